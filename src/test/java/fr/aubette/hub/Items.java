package fr.aubette.hub;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Items as sources hand them over, each different from every other. */
final class Items {

    private Items() {}

    static RawItem mail(String subject, String text) {
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
                "contact",
                "contact:" + id,
                Instant.now(),
                "message/rfc822",
                Map.of(),
                Content.of(raw.getBytes(StandardCharsets.UTF_8)));
    }
}
