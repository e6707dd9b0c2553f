package fr.aubette.stream;

import fr.aubette.duty.Paging;
import fr.aubette.lease.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks, on one hub, for protected tickets that nobody takes. */
@Component
class DutySweep {

    private static final String LEASE = "duty";
    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(DutySweep.class);

    private final Paging paging;
    private final Leases leases;

    DutySweep(Paging paging, Leases leases) {
        this.paging = paging;
        this.leases = leases;
    }

    @Scheduled(
            initialDelayString = "${aubette.duty.look-every:30s}",
            fixedDelayString = "${aubette.duty.look-every:30s}")
    void look() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            paging.page(AT_ONCE);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The duty rota waits for PostgreSQL: {}", e.getClass().getSimpleName());
        }
    }
}
