package fr.aubette.store.normalise;

import fr.aubette.model.BatchChanged;
import fr.aubette.outbox.Bell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes the relay when letters of a scan are on their way for good. */
@Component
class BatchBell {

    private final Bell bell;

    BatchBell(Bell bell) {
        this.bell = bell;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void committed(BatchChanged change) {
        if (change.announced()) {
            bell.ring();
        }
    }
}
