package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.CallSound;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Mail;
import fr.aubette.model.RawItem;
import fr.aubette.receive.phone.Waves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An exchange's mail about a message on its voicemail, as Asterisk 22 writes it. */
class VoiceNoticesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T11:33:00Z");
    private static final byte[] SOUND = Waves.of(2, 3);

    private final MailNormaliser normaliser = new MailNormaliser(Mails.SETTINGS);

    @Test
    void bringsTheSoundWithItsMailboxAndCaller() throws IOException {
        CallSound sound = new VoiceNotices().sound(mail("standard")).orElseThrow();

        assertThat(sound.content().bytes()).isEqualTo(SOUND);
        assertThat(sound.line()).isEqualTo("standard");
        assertThat(sound.mailbox()).isEqualTo("3000");
        assertThat(sound.caller()).contains("0639980105");
        assertThat(sound.at()).isEqualTo(Instant.parse("2026-11-22T11:32:39Z"));
        assertThat(sound.mediaType()).isEqualTo(CallSound.WAV);
    }

    @Test
    void opensNothingAndKeepsNoNumber() throws IOException {
        Contact contact = normaliser.normalise(mail("standard"));

        assertThat(((Mail) contact.channel()).nature()).isEqualTo(Mail.Nature.VOICE_MESSAGE);
        assertThat(((Mail) contact.channel()).nature().fromMachine()).isTrue();
        assertThat(contact.toString()).doesNotContain("0639980105").contains("boîte 3000");
    }

    @Test
    void isAMailLikeAnyOtherInAMailboxThatGetsNone() throws IOException {
        RawItem mail = mail("");

        assertThat(new VoiceNotices().sound(mail)).isEmpty();
        assertThat(((Mail) normaliser.normalise(mail).channel()).nature()).isEqualTo(Mail.Nature.REQUEST);
    }

    private static RawItem mail(String line) throws IOException {
        return new RawItem(
                ChannelKind.MAIL,
                "accueil",
                "accueil:1",
                NOW,
                "message/rfc822",
                line.isEmpty() ? Map.of() : Map.of("voicemailOf", line),
                Content.of(bytes(SOUND)));
    }

    private static byte[] bytes(byte[] sound) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(VoiceNoticesTest.class.getResourceAsStream("/cti/voicemail.eml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.replace("SOUND", Base64.getMimeEncoder().encodeToString(sound))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
