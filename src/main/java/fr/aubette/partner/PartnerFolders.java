package fr.aubette.partner;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Partner;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts requests into partners' folders, after what decided it is committed; a folder that is away is tried again. */
@Component
public class PartnerFolders {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerFolders.class);
    private static final int MOST = 50;

    private final TransferBook book;
    private final PartnerParcels parcels;
    private final Catalogue catalogue;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PartnerFolders(
            TransferBook book,
            PartnerParcels parcels,
            Catalogue catalogue,
            Clock clock,
            PlatformTransactionManager manager) {
        this.book = book;
        this.parcels = parcels;
        this.catalogue = catalogue;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Puts there what waits. */
    public void handOver() {
        List<Transfer> waiting = book.toHand(MOST);
        for (Transfer each : waiting) {
            Partner partner = catalogue.partners().get(each.partner());
            if (partner != null && partner.way() == Partner.Way.FILE) {
                transactions.executeWithoutResult(transaction -> hand(each, partner));
            }
        }
    }

    private void hand(Transfer transfer, Partner partner) {
        try {
            parcels.put(transfer, partner);
            book.handed(transfer, clock.instant());
        } catch (IOException e) {
            LOG.warn(
                    "The folder of {} takes nothing: {}",
                    partner.code(),
                    e.getClass().getSimpleName());
        }
    }
}
