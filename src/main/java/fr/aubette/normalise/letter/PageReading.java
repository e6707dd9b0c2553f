package fr.aubette.normalise.letter;

import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the pages of a scan that was taken in, and hands it to the stream. */
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
     * Reads what is left of the scan and announces it; a scan that another thread is reading is left to it.
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
            item.ifPresent(scan -> taken.announce(id, text(pages.read(scan))));
        } finally {
            underway.remove(id);
        }
    }

    private static String text(Scan scan) {
        return scan.results().stream().map(PageResult::text).collect(Collectors.joining("\n\n"));
    }
}
