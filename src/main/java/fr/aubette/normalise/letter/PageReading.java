package fr.aubette.normalise.letter;

import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.util.List;
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

    /** Several files that their drop folder has put together: they are one letter. */
    private static final String ONE_LETTER = "application/zip";

    private final TakenScans taken;
    private final StoredPages pages;
    private final CutSettings settings;
    private final Set<IntakeId> underway = ConcurrentHashMap.newKeySet();

    PageReading(TakenScans taken, StoredPages pages, CutSettings settings) {
        this.taken = taken;
        this.pages = pages;
        this.settings = settings;
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
        if (number == 1) {
            CutSettings how = item.mediaType().equals(ONE_LETTER) ? settings.atSeparators() : settings;
            List<Fold> folds = Folds.sure(pages.read(item, how, fold -> enter(id, fold)), how);
            folds.forEach(fold -> enter(id, fold));
            announce(id, folds, number);
        } else {
            announce(id, Folds.of(pages.pages(item)), number);
        }
    }

    /** The letter that an intake is goes on its way; one that never could be opened goes to be refused. */
    private void announce(IntakeId id, List<Fold> folds, int number) {
        Optional<Fold> own =
                folds.stream().filter(fold -> fold.number() == number).findFirst();
        if (own.isPresent() && number == 1 && waits(own.get())) {
            hold(id, own.get());
        } else {
            taken.announce(id, own.map(Part::of).orElseGet(() -> new Part(number, List.of(), "")));
        }
    }

    private void enter(IntakeId scan, Fold fold) {
        if (fold.number() == 1 || fold.pages().isEmpty()) {
            return;
        }
        if (waits(fold)) {
            hold(scan, fold);
        } else {
            taken.enter(scan, Part.of(fold));
        }
    }

    private boolean waits(Fold fold) {
        return settings.ask() && fold.doubt().isPresent() && !taken.alarming(fold.text());
    }

    private void hold(IntakeId scan, Fold fold) {
        taken.hold(scan, Part.of(fold), Folds.guessed(fold), fold.doubt().orElse(""));
    }
}
