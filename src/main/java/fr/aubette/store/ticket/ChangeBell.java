package fr.aubette.store.ticket;

import fr.aubette.model.TicketChanged;
import fr.aubette.outbox.Bell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes the relay when an agent's change is committed. */
@Component
class ChangeBell {

    private final Bell bell;

    ChangeBell(Bell bell) {
        this.bell = bell;
    }

    @TransactionalEventListener
    void committed(TicketChanged change) {
        bell.ring();
    }
}
