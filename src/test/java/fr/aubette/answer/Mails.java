package fr.aubette.answer;

import fr.aubette.model.Content;
import java.util.List;
import java.util.UUID;

/** Mails as the gate makes them, for tests of what carries them. */
public final class Mails {

    private Mails() {}

    public static Mailbox mailbox(String name, int port) {
        return new Mailbox("127.0.0.1", port, Mailbox.Tls.NONE, "", "", "contact@departement.example", name, true);
    }

    public static Outgoing outgoing(
            Mailbox from, String recipient, String subject, String text, List<String> references, String fileName) {
        List<Outgoing.Enclosed> files = fileName.isEmpty()
                ? List.of()
                : List.of(new Outgoing.Enclosed(fileName, fileName, Content.of(new byte[] {1, 2, 3})));
        return new Outgoing(
                new AnswerId(UUID.randomUUID()),
                "contact",
                from,
                "AUB-2026-000123-H",
                recipient,
                subject,
                text,
                references,
                true,
                files);
    }

    public static AnswerSettings settings(Mailbox mailbox) {
        return new AnswerSettings(
                java.util.Map.of("contact", mailbox),
                "contact",
                java.time.Duration.ofSeconds(10),
                java.time.Duration.ofDays(3),
                5,
                java.time.Duration.ofDays(1),
                1_000_000);
    }

    /** The name under which a file is kept. */
    public static String fileName(String given) {
        return FileName.plain(given);
    }
}
