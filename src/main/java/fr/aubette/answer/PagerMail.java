package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.State;
import fr.aubette.model.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes to who is on duty, through the one gate: it leaves once, is tried again, and its failure is known. */
@Component
public class PagerMail {

    private final AnswerBook book;
    private final AnswerSettings settings;
    private final Clock clock;

    PagerMail(AnswerBook book, AnswerSettings settings, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets it leave at once. Its caller holds the ticket's lock.
     *
     * @param mailbox name of the outgoing one; blank for the standard one, or the only one
     */
    public AnswerId write(TicketId ticket, String mailbox, String address, String subject, String text) {
        Instant now = clock.instant();
        AnswerId id = new AnswerId(UUID.randomUUID());
        book.insert(new Answer(
                id,
                ticket,
                Kind.PAGE,
                Answer.Medium.MAIL,
                State.READY,
                0,
                Actor.PROGRAM.login(),
                Actor.PROGRAM.name(),
                settings.mailboxByHand(mailbox).orElse(mailbox),
                address,
                subject,
                text,
                "",
                Map.of(),
                Optional.of(subject),
                Optional.of(text),
                List.of(),
                Optional.of(now),
                0,
                Optional.empty(),
                now,
                now,
                Optional.empty()));
        return id;
    }
}
