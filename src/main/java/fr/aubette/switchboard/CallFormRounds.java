package fr.aubette.switchboard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings finished forms into their tickets once they can no longer be taken back; on every hub, each call once. */
@Component
class CallFormRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CallFormRounds.class);

    private final CallForms forms;

    CallFormRounds(CallForms forms) {
        this.forms = forms;
    }

    @Scheduled(fixedDelayString = "${aubette.calls.look-every:3s}")
    void look() {
        try {
            forms.ripe().forEach(forms::bringIn);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The forms of calls wait for PostgreSQL: {}", e.getMessage());
        }
    }
}
