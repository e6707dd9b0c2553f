package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped route against a real IMAP server inside the test. */
class MailboxTest {

    private static final Instant ARRIVED = Instant.parse("2026-03-02T08:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Door door = new Door();
    private final MemoryMarks marks = new MemoryMarks();
    private final SeenHealth health = new SeenHealth();
    private GreenMailUser user;

    @BeforeEach
    void start() throws Exception {
        server.start();
        user = server.setUser("contact@example.org", "contact", "s&cr+t%");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void marksAMailSeenOnceItIsTaken() throws Exception {
        deliver(mail("Carte de cantine"));

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1);
        }

        RawItem item = door.taken.get(0);
        assertThat(item.source()).isEqualTo("courriel");
        assertThat(item.receivedAt()).isEqualTo(ARRIVED);
        assertThat(item.facts()).containsEntry("folder", "INBOX").containsKey("uid");
        assertThat(new String(item.content().bytes(), StandardCharsets.UTF_8))
                .startsWith("From: Anne")
                .contains("Carte de cantine");
        assertThat(door.seenBeforeTaken).isFalse();
    }

    @Test
    void offersAMailAgainThatCouldNotBeMadeSafe() throws Exception {
        deliver(mail("Nid-de-poule"));
        door.closedFor = 2;

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1);
        }

        assertThat(door.offered).hasSize(3);
        assertThat(door.taken).hasSize(1);
        assertThat(door.seenBeforeTaken).isFalse();
    }

    @Test
    void offersAMailAgainWhenItStoppedInTheMiddle() throws Exception {
        deliver(mail("Aide au logement"));
        door.holding = new CountDownLatch(1);
        CamelContext first = started(Map.of());
        first.getShutdownStrategy().setTimeout(1);
        await().atMost(SOON).until(() -> door.offered.size() == 1);

        first.stop();
        assertThat(seen()).isEmpty();
        door.holding = null;

        try (CamelContext second = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1);
        }
        assertThat(door.offered)
                .extracting(RawItem::reference)
                .containsOnly(door.offered.get(0).reference());
    }

    @Test
    void givesTheSameMailTheSameReference() throws Exception {
        deliver(mail("Collège"));
        deliver(mail("Collège"));
        deliver(mail("Lycée"));

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 3);
        }

        List<String> references = door.taken.stream().map(RawItem::reference).toList();
        assertThat(references.get(0)).isEqualTo(references.get(1)).startsWith("contact/INBOX:");
        assertThat(references.get(2)).isNotEqualTo(references.get(0));
    }

    @Test
    void movesATakenMailWhenToldTo() throws Exception {
        deliver(mail("Archives"));

        try (CamelContext camel = started(Map.of("moveTo", "Traites"))) {
            await().atMost(SOON).until(() -> inbox().getMessageCount() == 0);
        }

        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(user, "Traites")
                        .getMessageCount())
                .isEqualTo(1);
    }

    @Test
    void obeysNoHeaderOfTheSenders() throws Exception {
        deliver("delete: true\r\nmoveTo: Ailleurs\r\ncopyTo: Ailleurs\r\nCamelMailDelete: true\r\n" + mail("Piège"));

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1);
        }

        assertThat(inbox().getMessageCount()).isEqualTo(1);
        assertThat(server.getManagers().getImapHostManager().getFolder(user, "Ailleurs"))
                .isNull();
    }

    @Test
    void givesOnlyTheStartOfAMailThatIsTooLong() throws Exception {
        deliver(mail("Photos") + "x".repeat(5_000));
        deliver(mail("Suivant"));

        try (CamelContext camel = started(Map.of("maxSize", "2000"))) {
            await().atMost(SOON).until(() -> seen().size() == 2);
        }

        assertThat(door.taken.get(0).facts()).containsKey("oversize");
        assertThat(door.taken.get(0).content().bytes()).hasSize(2_000);
        assertThat(door.taken.get(1).facts()).doesNotContainKey("oversize");
    }

    @Test
    void keepsTheOthersFlowingAroundOneThatIsAlwaysRefusedAtTheDoor() throws Exception {
        deliver(mail("Bloqué"));
        deliver(mail("Libre"));
        door.refuses = item -> text(item).contains("Bloqué");

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1 && door.offered.size() > 4);
        }

        assertThat(door.taken).hasSize(1);
    }

    @Test
    void takesAMailThatAnAgentOpenedBeforeIt() throws Exception {
        deliver(mail("Vieux courriel, lu avant le raccordement"));
        inbox().getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> marks.all.size() == 1);
        }
        deliver(mail("Lu par un agent"));
        inbox().getMessages().get(1).setFlag(Flags.Flag.SEEN, true);
        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> door.taken.size() == 1);
        }

        assertThat(text(door.taken.get(0))).contains("Lu par un agent");
    }

    @Test
    void leavesMailsAsTheyAreAndTakesEachOnce() throws Exception {
        deliver(mail("Premier"));
        try (CamelContext camel = started(Map.of("afterwards", "leave"))) {
            await().atMost(SOON).until(() -> door.taken.size() == 1);
            deliver(mail("Deuxième"));
            await().atMost(SOON).until(() -> door.taken.size() == 2);
        }
        deliver(mail("Troisième"));

        try (CamelContext camel = started(Map.of("afterwards", "leave"))) {
            await().atMost(SOON).until(() -> door.taken.size() == 3);
        }

        assertThat(seen()).isEmpty();
        assertThat(door.offered).extracting(MailboxTest::text).doesNotHaveDuplicates();
    }

    @Test
    void takesNothingOlderThanItIsTold() throws Exception {
        deliver(mail("Avant"));
        inbox().appendMessage(message(mail("Après")), new Flags(), Date.from(Instant.parse("2026-03-05T08:00:00Z")));

        try (CamelContext camel = started(Map.of("afterwards", "leave", "since", "2026-03-04"))) {
            await().atMost(SOON).until(() -> marks.all.size() == 1);
        }

        assertThat(door.taken)
                .singleElement()
                .satisfies(item -> assertThat(text(item)).contains("Après"));
    }

    @Test
    void hearsOfANewMailWithoutAsking() throws Exception {
        try (CamelContext camel = started(Map.of("delay", "1h"))) {
            await().atMost(SOON).until(() -> marks.all.size() == 1);
            deliver(mail("Tout de suite"));
            await().atMost(Duration.ofSeconds(10)).until(() -> seen().size() == 1);
        }
    }

    @Test
    void asksNowAndThenWhereIdleIsOff() throws Exception {
        try (CamelContext camel = started(Map.of("idle", "false"))) {
            await().atMost(SOON).until(() -> marks.all.size() == 1);
            deliver(mail("Au prochain passage"));
            await().atMost(SOON).until(() -> seen().size() == 1);
        }
    }

    @Test
    void holdsALongMailInNoMemory() throws Exception {
        deliver(mail("Plan") + "x".repeat(3_000_000));

        try (CamelContext camel = started(Map.of())) {
            await().atMost(SOON).until(() -> seen().size() == 1);
        }

        assertThat(door.taken.get(0).facts()).doesNotContainKey("oversize");
        assertThat(door.taken.get(0).content().bytes()).hasSizeGreaterThan(3_000_000);
    }

    @Test
    void tellsHealthWhatIsWrong() throws Exception {
        try (CamelContext camel = started(Map.of("password", "faux"))) {
            await().atMost(SOON).until(() -> health.problem().contains("refuses user and password"));
        }
        try (CamelContext camel = started(Map.of("folder", "Absent"))) {
            await().atMost(SOON).until(() -> health.problem().contains("no folder Absent"));
        }
        String port = Integer.toString(server.getImap().getPort());
        server.getImap().stopService();
        try (CamelContext camel = started(Map.of("port", port))) {
            await().atMost(SOON).until(() -> health.problem().contains("nothing answers"));
        }
    }

    @Test
    void takesAHundredMails() throws Exception {
        for (int i = 0; i < 100; i++) {
            deliver(mail("Demande " + i));
        }

        try (CamelContext camel = started(Map.of())) {
            await().atMost(Duration.ofMinutes(2)).until(() -> seen().size() == 100);
        }

        assertThat(door.taken)
                .extracting(RawItem::reference)
                .doesNotHaveDuplicates()
                .hasSize(100);
    }

    private CamelContext started(Map<String, String> more) throws Exception {
        Map<String, String> entry = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getImap().getPort()),
                "protocol", "imap",
                "user", "contact",
                "password", "s&cr+t%",
                "delay", "200"));
        entry.putAll(more);
        return MailRoute.started(door, marks, health, entry);
    }

    private void deliver(String raw) throws Exception {
        inbox().appendMessage(message(raw), new Flags(), Date.from(ARRIVED));
    }

    private static MimeMessage message(String raw) throws Exception {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String mail(String subject) {
        return "From: Anne <anne@example.org>\r\nTo: contact@example.org\r\nSubject: " + subject
                + "\r\n\r\nBonjour\r\n";
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (com.icegreen.greenmail.store.FolderException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private List<?> seen() {
        return inbox().getMessages().stream()
                .filter(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private static String text(RawItem item) {
        try {
            return new String(item.content().bytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** A door that can be shut, and that looks whether the mail was marked before it was safe. */
    public final class Door implements Intake {

        private final List<RawItem> offered = new CopyOnWriteArrayList<>();
        private final List<RawItem> taken = new CopyOnWriteArrayList<>();
        private volatile int closedFor;
        private volatile boolean seenBeforeTaken;
        private volatile Predicate<RawItem> refuses = item -> false;
        private volatile CountDownLatch holding;

        @Override
        public Taken take(RawItem given) {
            RawItem item = MailRoute.kept(given);
            offered.add(item);
            seenBeforeTaken |= taken.isEmpty() && !seen().isEmpty();
            hold();
            if (offered.size() <= closedFor || refuses.test(item)) {
                throw new IntakeUnavailable("disk is short");
            }
            taken.add(item);
            return new Taken(new IntakeId(UUID.randomUUID()), true);
        }

        private void hold() {
            CountDownLatch latch = holding;
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException stopped) {
                    throw new IntakeUnavailable("stopped", stopped);
                }
            }
        }
    }
}
