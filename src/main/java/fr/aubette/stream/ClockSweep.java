package fr.aubette.stream;

import fr.aubette.lease.Leases;
import fr.aubette.ticket.Reminders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks, on one hub, for dates that are near or have passed. */
@Component
class ClockSweep {

    private static final String LEASE = "clocks";
    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);

    private final Reminders reminders;
    private final Leases leases;

    ClockSweep(Reminders reminders, Leases leases) {
        this.reminders = reminders;
        this.leases = leases;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "${aubette.deadline.look-every:10m}")
    void look() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            int told = AT_ONCE;
            while (told == AT_ONCE) {
                told = reminders.tell(AT_ONCE);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The clocks wait for PostgreSQL: {}", e.getMessage());
        }
    }
}
