package fr.aubette.ami;

import fr.aubette.model.Phone.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that the citizen left on the voicemail, if any. */
final class MessageLeft {

    private @Nullable Instant beeped;
    private @Nullable Instant until;
    private String mailbox = "";
    private int messages;

    /** The recording begins where the voicemail has said its last word, the beep. */
    void plays(AmiBlock block, Instant when) {
        boolean voicemail = block.get("Application").equals("VoiceMail");
        if (voicemail && block.get("EventName").equals("STREAM_END")) {
            beeped = when;
        } else if (voicemail && block.get("EventName").equals("APP_END")) {
            until = when;
        }
    }

    void waits(AmiBlock block) {
        if (block.get("New").matches("[1-9]\\d{0,5}")) {
            mailbox = block.get("Mailbox").split("@", 2)[0];
            messages = Integer.parseInt(block.get("New"));
        }
    }

    boolean isLeft() {
        return messages > 0;
    }

    Optional<Message> left(Instant end) {
        Instant stop = until == null || until.isAfter(end) ? end : until;
        return isLeft()
                ? Optional.of(new Message(
                        mailbox,
                        messages,
                        Optional.ofNullable(beeped)
                                .map(from -> CallFold.between(from, stop))
                                .map(lasted -> Duration.ofSeconds(lasted.toSeconds()))))
                : Optional.empty();
    }
}
