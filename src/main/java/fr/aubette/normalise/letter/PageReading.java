package fr.aubette.normalise.letter;

import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Reads the pages of a scan that was taken in, and hands its letters to the stream: each further letter as an intake of
 * its own as soon as it is read to its end, the first one last, so that a scan is in flight until all of it is read.
 */
@Component("pages")
public class PageReading {

    private final TakenScans taken;
    private final StoredPages pages;
    private final Set<IntakeId> underway = ConcurrentHashMap.newKeySet();

    PageReading(TakenScans taken, StoredPages pages) {
        this.taken = taken;
        this.pages = pages;
    }

    /**
     * Reads what is left of the scan and announces its letters; a scan that another thread is reading is left to it.
     *
     * @param intake the identity of the intake, as text: the message of queue {@code aubette.pages}
     */
    public void read(String intake) {
        IntakeId id = new IntakeId(UUID.fromString(intake.strip()));
        if (!underway.add(id)) {
            return;
        }
        try {
            Optional<RawItem> item = taken.find(id);
            item.ifPresent(scan -> read(id, scan));
        } finally {
            underway.remove(id);
        }
    }

    private void read(IntakeId id, RawItem item) {
        int number = Fold.numberOf(item);
        boolean whole = number == 1;
        Scan scan = whole ? pages.read(item, fold -> enter(id, fold)) : pages.pages(item);
        for (Fold fold : Folds.of(scan)) {
            if (whole) {
                enter(id, fold);
            }
        }
        String text = Folds.of(scan).stream()
                .filter(fold -> fold.number() == number)
                .map(Fold::text)
                .findFirst()
                .orElse("");
        taken.announce(id, text);
    }

    private void enter(IntakeId scan, Fold fold) {
        if (fold.number() > 1 && !fold.pages().isEmpty()) {
            taken.enter(scan, fold.number(), fold.text());
        }
    }
}
