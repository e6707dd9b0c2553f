package fr.aubette.normalise.mail;

import fr.aubette.model.CallSound;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws the sound out of an exchange's mail about a message on its voicemail. */
@Component
public class VoiceNotices {

    /** The sound that a mail brings; empty if it brings none. */
    public Optional<CallSound> sound(RawItem mail) throws IOException {
        try (InputStream in = mail.content().open()) {
            Part root = MimeReader.readWithSounds(in);
            if (!VoiceNotice.isOne(root, mail.facts())) {
                return Optional.empty();
            }
            return VoiceNotice.sound(root).filter(part -> !part.body().isCut()).map(part -> sound(mail, root, part));
        }
    }

    private static CallSound sound(RawItem mail, Part root, Part part) {
        String mailbox = VoiceNotice.mailbox(root).orElse("");
        return new CallSound(
                mail.facts().getOrDefault(VoiceNotice.LINE_FACT, ""),
                "mail/" + mail.source() + "/" + mail.reference(),
                CallSound.Kind.VOICEMAIL,
                mailbox,
                "",
                Optional.empty(),
                root.headers.first("x-asterisk-callerid").map(String::strip),
                sent(root).orElse(mail.receivedAt()),
                Duration.ZERO,
                part.mediaType().contains("wav") ? CallSound.WAV : part.mediaType(),
                Content.of(part.body().bytes()));
    }

    private static Optional<Instant> sent(Part root) {
        try {
            return root.headers
                    .first("date")
                    .map(date -> OffsetDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
