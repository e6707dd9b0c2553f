package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The pages of a scan as they are kept; what is not yet read is read and kept. */
@Component
class StoredPages implements PageSource {

    private final PageStore store;
    private final PageReader reader;

    StoredPages(PageStore store, PageReader reader) {
        this.store = store;
        this.reader = reader;
    }

    @Override
    public Scan pages(RawItem item) {
        Scan known = known(item);
        boolean there = known.complete() || known.cuts().letters().containsValue(Fold.numberOf(item));
        return there ? known : read(item, fold -> {});
    }

    /**
     * Reads what is left, and once more what a reader failed on.
     *
     * @param closed is told each letter as soon as the next one begins; again after an interruption
     */
    Scan read(RawItem item, Consumer<Fold> closed) {
        Scan known = known(item);
        if (known.refused().isPresent() || known.firstLeft() > known.pages()) {
            return known;
        }
        reader.read(item.content(), known, new Keeper(item, known, closed));
        return known(item);
    }

    private Scan known(RawItem item) {
        return store.find(item.source(), Fold.fileOf(item)).orElse(Scan.UNOPENED);
    }

    private final class Keeper implements PageReader.Listener {

        private final RawItem item;
        private final List<PageResult> results;
        private final Consumer<Fold> closed;
        private int told;

        Keeper(RawItem item, Scan known, Consumer<Fold> closed) {
            this.item = item;
            this.results = new ArrayList<>(
                    known.results().subList(0, Math.min(known.results().size(), known.firstLeft() - 1)));
            this.closed = closed;
        }

        @Override
        public void opened(Scan scan) {
            store.open(item.source(), Fold.fileOf(item), scan);
        }

        @Override
        public void page(PageResult page) {
            store.save(item.source(), Fold.fileOf(item), page);
            results.add(page);
            if (page.kind() == PageResult.Kind.SEPARATOR) {
                Scan soFar = Scan.of(Integer.MAX_VALUE, Optional.empty()).with(results);
                List<Fold> folds =
                        Folds.sure(soFar, 0).stream().filter(Fold::closed).toList();
                folds.stream().skip(told).forEach(closed);
                told = folds.size();
            }
        }
    }
}
