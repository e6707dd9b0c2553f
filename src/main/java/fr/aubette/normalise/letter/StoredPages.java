package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
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
        return known.complete() ? known : read(item);
    }

    /** Reads what is left, and once more what a reader failed on. */
    Scan read(RawItem item) {
        Scan known = known(item);
        if (known.refused().isPresent() || known.firstLeft() > known.pages()) {
            return known;
        }
        reader.read(item.content(), known.firstLeft(), new Keeper(item));
        return known(item);
    }

    private Scan known(RawItem item) {
        return store.find(item.source(), item.reference()).orElse(Scan.UNOPENED);
    }

    private final class Keeper implements PageReader.Listener {

        private final RawItem item;

        Keeper(RawItem item) {
            this.item = item;
        }

        @Override
        public void opened(Scan scan) {
            store.open(item.source(), item.reference(), scan);
        }

        @Override
        public void page(PageResult page) {
            store.save(item.source(), item.reference(), page);
        }
    }
}
