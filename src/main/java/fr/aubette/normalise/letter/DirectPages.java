package fr.aubette.normalise.letter;

import fr.aubette.model.RawItem;
import java.util.ArrayList;
import java.util.List;

/** Reads the pages at once and keeps nothing. */
final class DirectPages implements PageSource {

    private final PageReader reader;

    DirectPages(PageReader reader) {
        this.reader = reader;
    }

    @Override
    public Scan pages(RawItem item) {
        Collector collector = new Collector();
        reader.read(item.content(), 1, collector);
        Scan scan = collector.scan;
        return new Scan(scan.pages(), scan.damage(), scan.refused(), collector.results);
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
