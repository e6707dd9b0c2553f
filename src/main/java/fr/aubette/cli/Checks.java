package fr.aubette.cli;

import fr.aubette.answer.AnswerSettings;
import fr.aubette.answer.Mailbox;
import fr.aubette.embedded.EmbeddedSettings;
import fr.aubette.normalise.letter.ReadingSettings;
import fr.aubette.switchboard.ldap.LdapSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every check that the configuration calls for, by name. */
final class Checks {

    /** The demonstration's own mailbox and switchboard are not there before it starts. */
    private static final List<String> DEMO_PORTS =
            List.of("aubette.demo.smtp-port", "aubette.demo.imap-port", "aubette.demo.ami-port");

    private Checks() {}

    static Map<String, Check> of(HubEnvironment settings, Path routes) throws IOException {
        EmbeddedSettings embedded = settings.settings("aubette.embedded", EmbeddedSettings.class);
        ReadingSettings reading = settings.settings("aubette.reading", ReadingSettings.class);
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("java", new JavaCheck(Runtime.version().feature()));
        checks.put("config", new ConfigurationCheck(settings.configFolder()));
        checks.put("sentence model", new SentenceModelCheck(settings.configFolder()));
        if (embedded.postgres()) {
            checks.put("http", port(settings, "server.port"));
            checks.put("postgres", new PortCheck("aubette.embedded.postgres-port", embedded.postgresPort()));
        } else {
            external(settings, checks);
        }
        if (embedded.broker()) {
            checks.put("broker amqp", new PortCheck("aubette.embedded.amqp-port", embedded.amqpPort()));
            checks.put("broker stomp", new PortCheck("aubette.embedded.stomp-port", embedded.stompPort()));
        } else {
            checks.put(
                    "broker",
                    new BrokerCheck(
                            settings.get("aubette.broker.url"),
                            settings.get("aubette.broker.user"),
                            settings.get("aubette.broker.password")));
        }
        if (settings.get("aubette.demo.enabled").equals("true")) {
            DEMO_PORTS.forEach(key -> checks.put(key.substring("aubette.".length()), port(settings, key)));
        } else {
            checks.putAll(ChannelChecks.of(settings, routes));
            outgoing(settings, checks);
            directory(settings, checks);
        }
        checks.put("tesseract", new TesseractCheck(reading.tesseract(), reading.language()));
        checks.put("disk content-dir", new DiskCheck(Path.of(settings.get("aubette.content-dir"))));
        checks.put("disk data-dir", new DiskCheck(embedded.dataDir()));
        return checks;
    }

    private static Check port(HubEnvironment settings, String key) {
        return new PortCheck(key, Integer.parseInt(settings.get(key)));
    }

    private static void directory(HubEnvironment settings, Map<String, Check> checks) {
        LdapSettings ldap = settings.settings("aubette.directory.ldap", LdapSettings.class);
        if (!ldap.url().isBlank()) {
            checks.put("directory", new DirectoryCheck(ldap));
        }
    }

    private static void outgoing(HubEnvironment settings, Map<String, Check> checks) {
        Map<String, Mailbox> mailboxes =
                settings.settings("aubette.answer", AnswerSettings.class).mailboxes();
        if (mailboxes.isEmpty()) {
            checks.put("outgoing mail", OutgoingMailCheck::none);
        }
        mailboxes.forEach((name, mailbox) -> checks.put("outgoing mail " + name, new OutgoingMailCheck(mailbox)));
    }

    private static void external(HubEnvironment settings, Map<String, Check> checks) {
        String url = settings.get("spring.datasource.url");
        String user = settings.get("spring.datasource.username");
        String password = settings.get("spring.datasource.password");
        checks.put("postgres", new PostgresCheck(url, user, password));
        checks.put("clock", new ClockCheck(url, user, password, Clock.systemUTC()));
    }
}
