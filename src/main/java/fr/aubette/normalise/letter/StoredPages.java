package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
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
        return there ? known : read(item, CutSettings.defaults(), fold -> {});
    }

    /**
     * Reads what is left, and once more what a reader failed on.
     *
     * @param closed is told each letter as soon as the next one surely begins; again after an interruption
     */
    Scan read(RawItem item, CutSettings settings, Consumer<Fold> closed) {
        Scan known = known(item);
        if (known.refused().isPresent() || known.firstLeft() > known.pages()) {
            return known;
        }
        reader.read(item.content(), known, new Keeper(item, known, Folds.asRead(settings), closed));
        return known(item);
    }

    private Scan known(RawItem item) {
        return store.find(item.source(), Fold.fileOf(item)).orElse(Scan.UNOPENED);
    }

    private final class Keeper implements PageReader.Listener {

        private final RawItem item;
        private final Folds folds;
        private final Consumer<Fold> closed;
        private int told;

        Keeper(RawItem item, Scan known, Folds folds, Consumer<Fold> closed) {
            this.item = item;
            this.folds = folds;
            this.closed = closed;
            known.results()
                    .subList(0, Math.min(known.results().size(), known.firstLeft() - 1))
                    .forEach(folds::add);
        }

        @Override
        public void opened(Scan scan) {
            store.open(item.source(), Fold.fileOf(item), scan);
        }

        @Override
        public void page(PageResult page) {
            store.save(item.source(), Fold.fileOf(item), page);
            folds.add(page);
            while (told < folds.closed().size()) {
                closed.accept(folds.closed().get(told++));
            }
        }
    }
}
