package fr.aubette.stream;

import fr.aubette.intake.StreamBook;
import fr.aubette.intake.StreamSettings;
import fr.aubette.lease.Leases;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Announces again what a crash between queue and outcome left behind; what was done meanwhile finds its outcome. */
@Component
class Sweep {

    private static final String LEASE = "sweep";
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final StreamBook book;
    private final StreamSettings settings;
    private final Leases leases;
    private final Clock clock;

    Sweep(StreamBook book, StreamSettings settings, Leases leases, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${aubette.stream.sweep-every:1m}")
    void sweep() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            int late = book.announceAgain(clock.instant().minus(settings.announceAgainAfter()));
            if (late > 0) {
                LOG.warn("Announced {} intakes again that had waited over {}", late, settings.announceAgainAfter());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The sweep waits for PostgreSQL: {}", e.getMessage());
        }
    }
}
