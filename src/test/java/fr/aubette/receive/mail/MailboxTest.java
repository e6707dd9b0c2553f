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
import fr.aubette.routes.RouteFile;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped route against a real IMAP server inside the test. */
class MailboxTest {

    private static final Instant ARRIVED = Instant.parse("2026-03-02T08:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Door door = new Door();
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
        CamelContext camel = RouteFile.load(
                "11-receive-mail.camel.yaml",
                Map.of(
                        "intake", door,
                        "mailItems", new MailItems(Clock.systemUTC()),
                        "mailUids", new MailUids(),
                        "pollWatch", new DefaultPollingConsumerPollStrategy(),
                        "sourceLife", new RoutePolicySupport() {},
                        "leased", new RoutePolicySupport() {},
                        "leasedInMeasure", new RoutePolicySupport() {}));
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, "receive-mail")
                .routeId("receive-mail-courriel")
                .parameter("name", "courriel")
                .parameter("host", "127.0.0.1")
                .parameter("port", Integer.toString(server.getImap().getPort()))
                .parameter("protocol", "imap")
                .parameter("user", "contact")
                .parameter("password", "s&cr+t%")
                .parameter("delay", "200");
        more.forEach(route::parameter);
        route.add();
        camel.start();
        return camel;
    }

    private void deliver(String raw) throws Exception {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        inbox().appendMessage(message, new Flags(), Date.from(ARRIVED));
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
        public Taken take(RawItem item) {
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
