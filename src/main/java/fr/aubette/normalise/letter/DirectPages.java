package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
import java.util.ArrayList;
import java.util.List;

/** Reads the pages at once and keeps those of the last file only: its letters are asked for one after the other. */
final class DirectPages implements PageSource {

    private final PageReader reader;
    private String file = "";
    private Scan last = Scan.UNOPENED;

    DirectPages(PageReader reader) {
        this.reader = reader;
    }

    @Override
    public synchronized Scan pages(RawItem item) {
        if (Fold.numberOf(item) == 1 || !file.equals(Fold.fileOf(item))) {
            Collector collector = new Collector();
            reader.read(item.content(), Scan.UNOPENED, collector);
            Scan scan = collector.scan;
            last = new Scan(scan.pages(), scan.damage(), scan.refused(), collector.results);
            file = Fold.fileOf(item);
        }
        return last;
    }

    private static final class Collector implements PageReader.Listener {

        private Scan scan = Scan.refused("le fichier n'a pas pu être ouvert");
        private final List<PageResult> results = new ArrayList<>();

        @Override
        public void opened(Scan opened) {
            scan = opened;
        }

        @Override
        public void page(PageResult page) {
            results.add(page);
        }
    }
}
