package fr.aubette.stream;

import fr.aubette.lease.Leases;
import fr.aubette.partner.PartnerFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Puts, on one hub, what is passed on by file into the partners' folders. */
@Component
class PartnerSweep {

    private static final String LEASE = "partners";
    private static final Logger LOG = LoggerFactory.getLogger(PartnerSweep.class);

    private final PartnerFolders folders;
    private final Leases leases;

    PartnerSweep(PartnerFolders folders, Leases leases) {
        this.folders = folders;
        this.leases = leases;
    }

    @Scheduled(
            initialDelayString = "${aubette.partner.look-every:30s}",
            fixedDelayString = "${aubette.partner.look-every:30s}")
    void look() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            folders.handOver();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug(
                    "The partners' folders wait for PostgreSQL: {}",
                    e.getClass().getSimpleName());
        }
    }
}
