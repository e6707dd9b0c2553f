package fr.aubette.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstLookTest {

    private final List<String> looked = new ArrayList<>();
    private final FirstLook look = new FirstLook(text -> looked.add(text) && text.contains("bleus"));

    @Test
    void readsAMailsSubjectAndTextButNoOtherHeader() {
        assertThat(look.alarming(item(ChannelKind.MAIL, """
                From: <recherche@example.org>
                To: essai@departement.example
                Subject: Un enfant
                 du quatri=C3=A8me
                X-Formation: oui
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain;
                 charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Il a des bleus, il a peur de son p=C3=A8re.
                --b--
                """))).isTrue();

        assertThat(looked.get(0))
                .contains("Un enfant", "du quatrième", "Il a des bleus, il a peur de son père.")
                .doesNotContain("recherche", "essai", "Formation", "Content-", "charset");
    }

    @Test
    void readsAFormAsItIsAndNoCall() {
        assertThat(look.alarming(item(ChannelKind.FORM, "{\"texte\":\"des bleus\"}")))
                .isTrue();
        assertThat(look.alarming(item(ChannelKind.PHONE, "des bleus"))).isFalse();
        assertThat(look.alarming(item(ChannelKind.MAIL, "Subject: bleus, sans corps")))
                .isTrue();
    }

    private static RawItem item(ChannelKind channel, String text) {
        return new RawItem(
                channel,
                "essai",
                "1",
                Instant.EPOCH,
                "text/plain",
                Map.of(),
                Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
