package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.duty.Paging;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.intake.Taken;
import fr.aubette.model.Catalogue;
import fr.aubette.ticket.Reminders;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said of somebody in danger is read at the restricted desk and nowhere else, whatever has run. */
@HubTest
class CanaryIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> OUTSIDERS =
            Set.of("voirie", "enfance", "autonomie", "standard", "courrier", "admin", "chef");

    /** What the restricted store is: nobody but the hub reads these tables' protected rows. */
    private static final Set<String> STORE = Set.of(
            "ticket",
            "ticket_contact",
            "ticket_event",
            "contact",
            "page",
            "call_form",
            "citizen",
            "citizen_fact",
            "citizen_form",
            "decision",
            "identity_key",
            "intake");

    @Autowired
    DeskData data;

    @Autowired
    Canaries canaries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Reminders reminders;

    @Autowired
    Paging paging;

    @Value("${aubette.content-dir}")
    Path contents;

    @Value("${aubette.embedded.data-dir}")
    Path dataDir;

    @LocalServerPort
    int port;

    @Test
    void isFoundInTheRestrictedStoreOnly() throws Exception {
        people();
        ListAppender<ILoggingEvent> log = listenToLog();
        try (Connection broker = connections.createConnection()) {
            List<String> events = subscribe(broker, "aubette.events");
            List<String> hubs = subscribe(broker, "aubette.hubs");
            List<String> pushed = listen("voirie");
            await().atMost(SOON).until(() -> !pushed.isEmpty());

            canaries.release(port);
            Taken broken = canaries.broken();
            everythingEnds(broken);
            everythingRuns(broken);

            assertThat(canaries.words()).hasSize(Canaries.ALL + 1).hasSizeGreaterThan(50);
            assertThat(unprotected()).as("not seen as protected").isEmpty();
            assertThat(String.join("\n", queues(broker, "aubette.protected."))).containsIgnoringCase(Canaries.MARK);
            assertClean("queues", queues(broker, "aubette.directorate."));
            eachDeskHasItsOwn(broker);
            for (String partner : catalogue.partners().keySet()) {
                assertClean("partner", browse(broker, "aubette.partner." + partner));
            }
            assertClean("queues", browse(broker, "aubette.undeliverable"));
            assertClean("queues", browse(broker, "aubette.expired"));
            assertClean("events", events);
            assertClean("hubs", hubs);
            assertClean("pushes", pushed);
        } finally {
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        }
        assertClean("log", lines(log));
        assertClean("mails", mails());
        assertThat(mails()).as("receipts").isNotEmpty();
        for (String address : List.of("/actuator/prometheus", "/actuator/health/whole", "/actuator/health")) {
            assertClean(address, List.of(new Visitor(port).get(address).body()));
        }
        onTheDisk();
        OUTSIDERS.forEach(this::seesNothing);
        assertThat(tablesWith("")).isSubsetOf(STORE).contains("ticket_contact", "contact");
        assertThat(tablesWith("pg_read_all_data")).isEmpty();
        assertThat(tablesWith("canary_granted")).isEmpty();
    }

    private void people() {
        data.clear();
        jdbc.sql("truncate call_form, scan, page cascade").update();
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE");
        data.agent("enfance", "Enfance", "ENFANCE_FAMILLE");
        data.agent("autonomie", "Autonomie", "AUTONOMIE", "INSERTION");
        data.person("standard", "Standard", Right.everywhere(Kind.SWITCHBOARD));
        data.person("courrier", "Courrier", Right.everywhere(Kind.MAILROOM));
        data.person("admin", "Admin", Right.everywhere(Kind.ADMINISTRATOR));
        data.person("chef", "Chef", Right.in(Kind.SUPERVISOR, "ENFANCE_FAMILLE"));
        data.agent("claire", "Claire", "ACCUEIL");
        data.person(
                "crip", "Crip", Right.in(Kind.AGENT, "ENFANCE_FAMILLE"), Right.in(Kind.PROTECTED, "ENFANCE_FAMILLE"));
    }

    /**
     * What a day brings besides: dates told of, duty paged, what was set aside looked at again, a desk that answers.
     */
    private void everythingRuns(Taken broken) {
        reminders.tell(1_000);
        jdbc.sql("update ticket set opened_at = opened_at - interval '20 minutes'")
                .update();
        assertThat(paging.page(1_000)).isPositive();
        String aside = jdbc.sql("select id::text from quarantine where intake_id = ?")
                .param(broken.id().value())
                .query(String.class)
                .single();
        Visitor admin = new Visitor(port).signIn("admin", DeskData.PASSWORD);
        assertClean(
                "re-evaluated",
                List.of(admin.call("/api/quarantine/" + aside + "/re-evaluate", "{}")
                        .body()));
        assertThat(admin.call("/api/quarantine/" + aside + "/raw").statusCode()).isEqualTo(403);
        Visitor crip = new Visitor(port).signIn("crip", DeskData.PASSWORD);
        jdbc.sql("select number from ticket where directorate = 'ENFANCE_FAMILLE' order by number limit 3")
                .query(String.class)
                .list()
                .forEach(number -> {
                    assertThat(crip.get("/demandes/" + number).body()).containsIgnoringCase(Canaries.MARK);
                    crip.post("/demandes/" + number + "/prendre", Map.of("version", "0"));
                });
    }

    /** A restricted queue holds what is its own directorate's alone. */
    private void eachDeskHasItsOwn(Connection broker) throws JMSException {
        for (String code : catalogue.directorates().keySet()) {
            for (String body : browse(broker, "aubette.protected." + code)) {
                assertThat(body).contains("\"directorate\":\"" + code + "\"");
            }
        }
    }

    /** Raw bytes, tables and the restricted queue lie in folders of the hub's account; nothing lies anywhere else. */
    private void onTheDisk() throws IOException {
        for (Path closed :
                List.of(contents, dataDir.resolve("postgres"), dataDir.resolve("broker"), dataDir.resolve("hub/1"))) {
            assertThat(Files.getPosixFilePermissions(closed))
                    .as("%s", closed)
                    .noneMatch(each ->
                            each.name().startsWith("GROUP") || each.name().startsWith("OTHERS"));
        }
        try (Stream<Path> files = Files.walk(dataDir)) {
            List<Path> open = files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(contents)
                            && !each.startsWith(dataDir.resolve("postgres"))
                            && !each.startsWith(dataDir.resolve("broker")))
                    .toList();
            for (Path each : open) {
                assertClean(each.toString(), List.of(Files.readString(each, StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private void everythingEnds(Taken broken) {
        await().atMost(SOON).until(() -> count("select count(*) from intake where outcome is null") == 0);
        await().atMost(SOON).until(() -> count("select count(*) from call_form where applied_at is null") == 0);
        await().atMost(SOON).until(() -> count("select count(*) from outbox") == 0);
        await().atMost(SOON).until(() -> count("select count(*) from answer where state in ('ready', 'sending')") == 0);
        assertThat(count("select count(*) from quarantine where intake_id = '"
                        + broken.id().value() + "'"))
                .isEqualTo(1);
    }

    /** Canaries of which no protected ticket holds a word. */
    private List<String> unprotected() {
        String kept = String.join("\n", jdbc.sql("""
                        select tc.body || coalesce((select string_agg(e.detail::text, ' ') from ticket_event e
                                                    where e.ticket_id = t.id), '')
                        from ticket t join ticket_contact tc on tc.ticket_id = t.id where t.priority = 'protected'
                        """).query(String.class).list());
        return canaries.words().subList(0, Canaries.ALL).stream()
                .filter(word -> !kept.contains(word))
                .toList();
    }

    private void seesNothing(String login) {
        Visitor visitor = new Visitor(port).signIn(login, DeskData.PASSWORD);
        List<String> addresses = new ArrayList<>(List.of(
                "/demandes",
                "/a-reprendre",
                "/a-rapprocher",
                "/comptes",
                "/agents",
                "/saisie",
                "/supervision",
                "/appels",
                "/a-poster",
                "/a-rendre",
                "/a-signer",
                "/courrier",
                "/courrier?expediteur=odile",
                "/eliminations",
                "/impressions",
                "/orientation",
                "/fausses-alertes",
                "/postes",
                "/annuaire?q=kanari",
                "/recherche?q=Odile",
                "/recherche/usagers?q=odile"));
        catalogue.directorates().keySet().forEach(code -> addresses.add("/demandes?direction=" + code));
        addresses.forEach(address -> assertClean(
                address + " for " + login, List.of(visitor.get(address).body())));
        List<String> programs = new ArrayList<>(List.of("/api/equation", "/api/quarantine", "/api/missed"));
        canaries.words().subList(0, 10).forEach(word -> programs.add("/api/tickets/search?q=" + word));
        programs.forEach(address -> assertClean(
                address + " for " + login, List.of(visitor.call(address).body())));
    }

    /** Tables of which somebody with this role reads a canary; with no role, the hub itself. */
    private Set<String> tablesWith(String role) {
        return new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            if (!role.isEmpty()) {
                jdbc.sql("create role canary_reader nosuperuser").update();
                jdbc.sql("create role canary_granted nosuperuser").update();
                jdbc.sql("grant select on all tables in schema public to canary_granted")
                        .update();
                jdbc.sql("grant " + role + " to canary_reader").update();
                jdbc.sql("set local role canary_reader").update();
            }
            Set<String> found = new TreeSet<>();
            for (String table : tables()) {
                if (count("select count(*) from " + table + " t where t::text ilike '%" + Canaries.MARK + "%'") > 0) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    private List<String> tables() {
        return jdbc.sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')")
                .query(String.class)
                .list();
    }

    private long count(String statement) {
        return jdbc.sql(statement).query(Long.class).single();
    }

    private List<String> queues(Connection broker, String prefix) throws JMSException {
        List<String> bodies = new ArrayList<>();
        for (String code : catalogue.directorates().keySet()) {
            bodies.addAll(browse(broker, prefix + code));
        }
        return bodies;
    }

    private static List<String> browse(Connection broker, String queue) throws JMSException {
        List<String> bodies = new ArrayList<>();
        try (Session session = broker.createSession(Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            for (Object each : Collections.list(browser.getEnumeration())) {
                bodies.add(((TextMessage) each).getText());
            }
        }
        return bodies;
    }

    private static List<String> subscribe(Connection broker, String topic) throws JMSException {
        List<String> heard = new CopyOnWriteArrayList<>();
        Session session = broker.createSession(Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createTopic(topic));
        consumer.setMessageListener(message -> heard.add(message.toString()));
        broker.start();
        return heard;
    }

    private List<String> listen(String login) {
        List<String> heard = new CopyOnWriteArrayList<>();
        Visitor visitor = new Visitor(port).signIn(login, DeskData.PASSWORD);
        Thread reader = new Thread(() -> visitor.stream("/live").forEach(heard::add), "listen-" + login);
        // the hub ends the stream when it likes, in the middle of another test too
        reader.setUncaughtExceptionHandler(
                (thread, ended) -> assertThat(ended).isInstanceOf(UncheckedIOException.class));
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    private static ListAppender<ILoggingEvent> listenToLog() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
        return appender;
    }

    private static List<String> lines(ListAppender<ILoggingEvent> log) {
        return log.list.stream()
                .map(each -> each.getFormattedMessage()
                        + each.getMDCPropertyMap()
                        + (each.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(each.getThrowableProxy())))
                .toList();
    }

    /** As sent, and as read. */
    private static List<String> mails() {
        return PostOffice.all().stream()
                .flatMap(mail -> {
                    try {
                        return List.of(PostOffice.raw(mail), mail.getSubject() + mail.getContent()).stream();
                    } catch (jakarta.mail.MessagingException | java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private void assertClean(String where, List<String> texts) {
        assertThat(texts)
                .as(where)
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(Canaries.MARK));
    }
}
