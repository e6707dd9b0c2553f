package fr.aubette.answer;

import fr.aubette.model.Dispatched;
import fr.aubette.model.Mail;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ties a delivery failure to the answer that it brings back: that answer then counts as not delivered. */
@Component
class Returns implements Aftermath {

    private final AnswerBook book;
    private final TicketRows tickets;
    private final Outcomes outcomes;

    Returns(AnswerBook book, TicketRows tickets, Outcomes outcomes) {
        this.book = book;
        this.tickets = tickets;
        this.outcomes = outcomes;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> joined) {
        if (dispatched.contact().channel() instanceof Mail mail && mail.nature() == Mail.Nature.BOUNCE) {
            Optional<Mail.Delivery> report = mail.delivery();
            if (report.map(Returns::lasting).orElse(true)) {
                String status =
                        report.map(each -> String.join(", ", each.codes())).orElse("");
                answer(mail).ifPresent(each -> undelivered(each, status));
            }
        }
    }

    /** A server that is still trying, or that did deliver, says so in its own report too. */
    private static boolean lasting(Mail.Delivery report) {
        return report.failures().isEmpty()
                || report.failures().stream()
                        .anyMatch(each -> each.action()
                                .map("failed"::equals)
                                .orElseGet(() -> !each.status().orElse("").startsWith("4")));
    }

    /** By the address to which failures come back, else by the mails that it names. */
    private Optional<AnswerId> answer(Mail bounce) {
        Stream<Optional<AnswerId>> byAddress = bounce.recipients().stream()
                .flatMap(each -> Addresses.failedAnswer(each).stream())
                .map(tag -> book.left("", tag));
        Stream<Optional<AnswerId>> byName = Stream.of(
                        bounce.delivery().flatMap(Mail.Delivery::messageId).stream(),
                        bounce.inReplyTo().stream(),
                        bounce.references().stream())
                .flatMap(each -> each)
                .map(id -> book.left(id, ""));
        return Stream.concat(byAddress, byName).flatMap(Optional::stream).findFirst();
    }

    private void undelivered(AnswerId id, String status) {
        book.find(id).ifPresent(found -> {
            tickets.lock(found.ticket());
            book.lock(id)
                    .filter(each -> each.state() == Answer.State.SENT || each.state() == Answer.State.SENDING)
                    .ifPresent(each -> outcomes.undelivered(each, status));
        });
    }
}
