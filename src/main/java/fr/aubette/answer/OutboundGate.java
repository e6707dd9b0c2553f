package fr.aubette.answer;

import fr.aubette.answer.Answer.State;
import fr.aubette.answer.Carrier.NotCarried;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way out. It reads answers and nothing else: what is not a row of {@code answer}, a note for example, cannot
 * reach it. Looked at again in the moment of sending: wishes, visas and signatures may have changed since.
 */
@Component("outboundGate")
public class OutboundGate {

    private static final Logger LOG = LoggerFactory.getLogger(OutboundGate.class);

    private final AnswerBook book;
    private final TicketRows tickets;
    private final Passages passages;
    private final Letterhead letterhead;
    private final AnswerFiles files;
    private final Carrier carrier;
    private final Outcomes outcomes;
    private final Clock clock;
    private final TransactionTemplate transactions;

    OutboundGate(
            AnswerBook book,
            TicketRows tickets,
            Passages passages,
            Letterhead letterhead,
            AnswerFiles files,
            Carrier carrier,
            Outcomes outcomes,
            Clock clock,
            PlatformTransactionManager manager) {
        this.book = book;
        this.tickets = tickets;
        this.passages = passages;
        this.letterhead = letterhead;
        this.files = files;
        this.carrier = carrier;
        this.outcomes = outcomes;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Lets a claimed answer leave, or says on its ticket why not. The mail is handed over outside any transaction; a
     * crash between the server's word and ours sends it once more under the same Message-ID.
     */
    public void pass(AnswerId answer) {
        Optional<Outgoing> mail = transactions.execute(transaction -> opened(answer));
        if (mail == null || mail.isEmpty()) {
            return;
        }
        try {
            carrier.carry(mail.get());
            transactions.executeWithoutResult(transaction -> sending(answer).ifPresent(outcomes::sent));
        } catch (NotCarried e) {
            LOG.info("Answer {} was not taken by its server: {}", answer, e.getMessage());
            transactions.executeWithoutResult(
                    transaction -> sending(answer).ifPresent(each -> outcomes.notCarried(each, e.forGood())));
        }
    }

    private Optional<Outgoing> opened(AnswerId id) {
        return sending(id).flatMap(answer -> {
            Passage passage = passages.of(answer);
            Optional<Stop> stop = passages.rules().stop(passage);
            if (stop.isPresent()) {
                outcomes.stopped(answer, stop.get());
                return Optional.empty();
            }
            return mail(passage);
        });
    }

    private Optional<Outgoing> mail(Passage passage) {
        Answer answer = passage.answer();
        Mailbox from = passage.mailbox().orElseThrow();
        try {
            Outgoing mail = new Outgoing(
                    answer.id(),
                    answer.mailbox(),
                    from,
                    passage.facts().number(),
                    answer.recipient(),
                    answer.finalSubject().orElseThrow(),
                    letterhead.under(answer, passage),
                    answer.kind().inside() ? List.of() : passage.facts().messageIds(),
                    answer.kind() == Answer.Kind.RECEIPT || answer.kind().inside(),
                    enclosed(answer));
            book.pass(answer, mail.messageId(), clock.instant());
            return Optional.of(mail);
        } catch (CannotLeave e) {
            outcomes.stopped(answer, e.stop());
            return Optional.empty();
        }
    }

    private List<Outgoing.Enclosed> enclosed(Answer answer) {
        return answer.files().stream()
                .map(each -> new Outgoing.Enclosed(each.name(), each.mediaType(), files.find(each.sha256())))
                .toList();
    }

    /** The answer, its ticket locked before it; empty when it is no longer being sent. */
    private Optional<Answer> sending(AnswerId id) {
        return book.find(id).flatMap(found -> {
            tickets.lock(found.ticket());
            return book.lock(id).filter(answer -> answer.state() == State.SENDING);
        });
    }
}
