package fr.aubette.partner;

import fr.aubette.answer.NotPassedOn;
import fr.aubette.model.Turn;
import fr.aubette.partner.Transfer.State;
import fr.aubette.ticket.Clocks;
import fr.aubette.ticket.TicketRows;
import org.springframework.stereotype.Component;

/**
 * Ends a transfer whose mail was stopped, refused or came back. The month to pass the request on runs again (CASF
 * L122-4), and it may be sent to another address; no institution has refused it.
 */
@Component
class NotReached implements NotPassedOn {

    private final TransferBook book;
    private final Clocks clocks;

    NotReached(TransferBook book, Clocks clocks) {
        this.book = book;
        this.clocks = clocks;
    }

    @Override
    public void notPassedOn(TicketRows.Row ticket) {
        book.of(ticket.id()).stream()
                .filter(each -> each.state() == State.SENT)
                .findFirst()
                .ifPresent(transfer -> {
                    book.end(transfer, State.UNDELIVERED, "");
                    clocks.turn(ticket.id(), ticket.motive(), Turn.on(Turn.Kind.RETURNED, clocks.today()));
                });
    }
}
