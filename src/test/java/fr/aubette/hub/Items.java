package fr.aubette.hub;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Items as sources hand them over, each different from every other. */
public final class Items {

    private Items() {}

    static RawItem mail(String subject, String text) {
        return mail("contact", subject, text);
    }

    /** A mail as it is, by the source whose mailbox answers. */
    public static RawItem raw(String mail) {
        String id = UUID.randomUUID().toString();
        return new RawItem(
                ChannelKind.MAIL,
                "essai",
                "essai:" + id,
                Instant.now(),
                "message/rfc822",
                Map.of(),
                Content.of(mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The same by the source whose mailbox answers: see {@link PostOffice}. */
    public static RawItem answered(String subject, String text) {
        return mail("essai", subject, text);
    }

    private static RawItem mail(String source, String subject, String text) {
        String id = UUID.randomUUID().toString();
        String raw = """
                From: Paul Garnier <garnier-%s@example.org>
                To: contact@departement.example
                Subject: %s
                Message-ID: <%s@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(id, subject, id, text).replace("\n", "\r\n");
        return new RawItem(
                ChannelKind.MAIL,
                source,
                source + ":" + id,
                Instant.now(),
                "message/rfc822",
                Map.of(),
                Content.of(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
