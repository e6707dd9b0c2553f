package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.intake.Intake;
import fr.aubette.lease.HubFolder;
import fr.aubette.lease.OneOfSeveralHubs;
import fr.aubette.store.lease.OtherHolder;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mailboxes on Debian's own Dovecot, filled by Debian's own Postfix, read into the whole hub. */
@HubTest
class DovecotIT {

    private static final int MAILS = 500;
    private static final Duration SOON = Duration.ofMinutes(3);

    private static RealMailServers servers;

    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final SeenHealth health = new SeenHealth();

    @TempDir
    Path folder = Path.of("");

    @Autowired
    Intake intake;

    @Autowired
    Marks marks;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(RealMailServers.available())
                .as("Dovecot and Postfix, and root to start them")
                .isTrue();
        servers = new RealMailServers();
    }

    @AfterAll
    static void stop() throws Exception {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void losesNoneAndDoublesNoneOfFiveHundredThroughEveryMishap() throws Exception {
        try (CutLine line = new CutLine(servers.imap);
                HubFolder here = HubFolder.in(folder);
                HubFolder there = HubFolder.in(folder);
                OneOfSeveralHubs first = new OneOfSeveralHubs(OtherHolder.rows(jdbc, here));
                OneOfSeveralHubs second = new OneOfSeveralHubs(OtherHolder.rows(jdbc, there));
                CamelContext camel = hub(first, line.port());
                CamelContext otherCamel = hub(second, line.port())) {
            Thread sending = new Thread(() -> send(0, MAILS), "sender");
            sending.start();
            await().atMost(SOON).until(() -> taken() > MAILS / 10);
            assertThat(first.holds(route()) ^ second.holds(route())).isTrue();
            line.cut();
            await().atMost(SOON).until(() -> taken() > MAILS / 5);
            servers.killDovecot();
            servers.startDovecot();
            await().atMost(SOON).until(() -> taken() > MAILS / 3);
            (first.holds(route()) ? first : second).close();
            await().atMost(SOON).until(() -> taken() > MAILS / 2);
            servers.killDovecot();
            servers.renumber(user);
            servers.startDovecot();
            sending.join();

            await().atMost(SOON).until(() -> subjects() == MAILS);
            await().atMost(SOON).until(() -> seenOnServer() == MAILS);
        }

        await().atMost(SOON).until(() -> taken("outcome is null") == 0);
        assertThat(taken()).isEqualTo(MAILS);
        assertThat(contacts()).isEqualTo(MAILS);
    }

    @Test
    void goesRoundAMailThatTheServerCannotRead() throws Exception {
        send(0, 3);
        await().atMost(SOON).until(() -> servers.mails(user).size() == 3);
        Path broken = servers.mails(user).get(0);
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("---------"));

        try (CamelContext camel = reading(Map.of())) {
            await().atMost(SOON).until(() -> taken("outcome <> 'quarantined'") == 2);
            await().atMost(SOON).until(() -> health.remark().contains("1 mail(s) of INBOX could not be fetched: UID"));
            await().atMost(SOON).until(() -> taken("outcome = 'quarantined'") == 1);
            await().atMost(SOON).until(() -> health.problem().isEmpty());
        }
    }

    @Test
    void mindsNoMailThatVanishesBeforeItIsFetched() throws Exception {
        send(0, 3);
        await().atMost(SOON).until(() -> servers.mails(user).size() == 3);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        Intake slow = item -> {
            first.countDown();
            wait(gone);
            return intake.take(item);
        };

        try (CamelContext camel = reading(slow, Map.of())) {
            wait(first);
            delete(1);
            gone.countDown();
            await().atMost(SOON).until(() -> taken() == 2);
            await().atMost(SOON).until(() -> seenOnServer() == 2);
        }

        assertThat(health.remark()).isEmpty();
    }

    @Test
    void refusesACertificateThatNobodyTrusted() throws Exception {
        send(0, 1);
        Map<String, String> secure =
                Map.of("protocol", "imaps", "host", "localhost", "port", Integer.toString(servers.imaps));

        try (CamelContext camel = reading(secure)) {
            await().atMost(SOON).until(() -> health.problem().contains("signed by nobody trusted"));
        }
        Map<String, String> trusting =
                with(secure, "trust", servers.certificate().toString());
        try (CamelContext camel = reading(with(trusting, "host", "127.0.0.1"))) {
            await().atMost(SOON).until(() -> health.problem().contains("is not for the name 127.0.0.1"));
        }
        assertThat(taken()).isZero();
        try (CamelContext camel = reading(trusting)) {
            await().atMost(SOON).until(() -> taken() == 1);
        }
    }

    @Test
    void asksForASecureLineBeforeItSaysAnything() throws Exception {
        send(0, 1);
        Map<String, String> upgrading = Map.of(
                "protocol",
                "starttls",
                "host",
                "localhost",
                "trust",
                servers.certificate().toString());

        try (CamelContext camel = reading(upgrading)) {
            await().atMost(SOON).until(() -> taken() == 1);
        }
    }

    @Test
    void signsInByTokensAndAsksForAnotherWhenOneIsWithdrawn() throws Exception {
        send(0, 1);
        try (TokenServer tokens = new TokenServer(servers.tokens, user);
                CutLine line = new CutLine(servers.imap);
                CamelContext camel = reading(Map.of(
                        "port",
                        Integer.toString(line.port()),
                        "password",
                        "",
                        "tokenUrl",
                        "http://127.0.0.1:" + servers.tokens + "/token",
                        "clientId",
                        "aubette",
                        "clientSecret",
                        TokenServer.SECRET))) {
            await().atMost(SOON).until(() -> taken() == 1);
            tokens.withdraw();
            line.cut();
            send(1, 1);
            await().atMost(SOON).until(() -> taken() == 2);

            assertThat(tokens.asked).hasSize(2);
            tokens.instead.add(new TokenServer.Answer(400, "{\"error\":\"invalid_scope\"}"));
            tokens.instead.add(new TokenServer.Answer(400, "{\"error\":\"invalid_scope\"}"));
            tokens.withdraw();
            line.cut();
            await().atMost(SOON).until(() -> health.problem().contains("invalid_scope: check scope"));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "aubette.long", matches = "true")
    void findsOutThatALineDiedInSilence() throws Exception {
        try (CutLine line = new CutLine(servers.imap);
                CamelContext camel = reading(Map.of("port", Integer.toString(line.port())))) {
            await().atMost(SOON).until(() -> line.connections() == 1);
            line.silence();
            send(0, 1);
            await().atMost(Duration.ofSeconds(70)).until(() -> !health.problem().isEmpty());
            line.speakAnew();
            await().atMost(SOON).until(() -> taken() == 1);
        }
    }

    private CamelContext hub(OneOfSeveralHubs hub, int port) throws Exception {
        CamelContext camel = MailRoute.context(intake, marks, health, hub.policy());
        MailRoute.add(camel, user, entry(port, Map.of()));
        camel.start();
        hub.start();
        return camel;
    }

    private CamelContext reading(Map<String, String> more) throws Exception {
        return reading(intake, more);
    }

    private CamelContext reading(Intake door, Map<String, String> more) throws Exception {
        CamelContext camel = MailRoute.context(door, marks, health, new RoutePolicySupport() {});
        MailRoute.add(camel, user, entry(servers.imap, more));
        camel.start();
        return camel;
    }

    private Map<String, String> entry(int port, Map<String, String> more) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "protocol",
                "imap",
                "user",
                user,
                "password",
                RealMailServers.PASSWORD,
                "delay",
                "500"));
        entry.putAll(more);
        return entry;
    }

    private static Map<String, String> with(Map<String, String> entry, String key, String value) {
        Map<String, String> changed = new HashMap<>(entry);
        changed.put(key, value);
        return changed;
    }

    private String route() {
        return "receive-mail-" + user;
    }

    private void send(int from, int count) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.port", Integer.toString(servers.smtp));
        Session session = Session.getInstance(properties);
        try (Transport postfix = session.getTransport("smtp")) {
            postfix.connect("127.0.0.1", servers.smtp, null, null);
            InternetAddress[] to = {new InternetAddress(user + "@" + RealMailServers.DOMAIN)};
            for (int number = from; number < from + count; number++) {
                postfix.sendMessage(mail(session, number), to);
            }
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage mail(Session session, int number) throws jakarta.mail.MessagingException {
        String text = """
                From: Camille Renard <renard-%1$s-%2$d@example.org>
                To: %1$s@departement.example
                Subject: Nid-de-poule %1$s %2$d
                Message-ID: <%1$s-%2$d@example.org>
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Bonjour, un nid-de-poule sur la route départementale %2$d.
                """.formatted(user, number).replace("\n", "\r\n");
        return new MimeMessage(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void delete(int index) throws Exception {
        inbox(Folder.READ_WRITE, folder -> {
            folder.getMessages()[index].setFlag(jakarta.mail.Flags.Flag.DELETED, true);
            folder.expunge();
            return 0;
        });
    }

    private int seenOnServer() throws Exception {
        return inbox(Folder.READ_ONLY, folder -> {
            int seen = 0;
            for (Message each : folder.getMessages()) {
                seen += each.isSet(jakarta.mail.Flags.Flag.SEEN) ? 1 : 0;
            }
            return seen;
        });
    }

    private int inbox(int mode, Work work) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", servers.imap, user, RealMailServers.PASSWORD);
            Folder folder = store.getFolder("INBOX");
            folder.open(mode);
            jakarta.mail.FetchProfile flags = new jakarta.mail.FetchProfile();
            flags.add(jakarta.mail.FetchProfile.Item.FLAGS);
            folder.fetch(folder.getMessages(), flags);
            return work.with(folder);
        }
    }

    /** Something done in a folder. */
    @FunctionalInterface
    private interface Work {
        int with(Folder folder) throws jakarta.mail.MessagingException;
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long taken() {
        return taken("true");
    }

    private long taken(String condition) {
        return count("select count(*) from intake i where source = :source and (" + condition + ")");
    }

    private long contacts() {
        return count("select count(*) from contact c join intake i on i.id = c.intake_id where source = :source");
    }

    private long subjects() {
        return count(
                "select count(distinct subject) from contact c join intake i on i.id = c.intake_id where source = :source");
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("source", user).query(Long.class).single();
    }
}
