package fr.aubette.normalise.letter;

import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads a document page by page for whoever has time: it is asked for leave before each page, keeps each page as soon
 * as it is read, and goes on at the first unread one. A document of the back-file is one, whatever lies in it: it is
 * not cut into letters.
 */
@Component
public class QuietReading {

    private final PageStore store;
    private final PageReader reader;

    QuietReading(PageStore store, ReadingSettings settings, @Qualifier("scratch") Path scratch) {
        this.store = store;
        this.reader = PageReader.oneByOne(settings, scratch);
    }

    /** Is asked before each page: returns when it may be read, and throws when all must stop. */
    @FunctionalInterface
    public interface Leave {

        void ask();
    }

    /**
     * What was read.
     *
     * @param pages in order, with the blank ones
     * @param text of all pages
     * @param trouble why not all of it could be read, in French; empty when it could
     */
    public record Document(List<Letter.Page> pages, String text, Letter.Reading reading, Optional<String> trouble) {

        public Document {
            pages = List.copyOf(pages);
        }
    }

    /** Reads what is left of a document. */
    public Document read(RawItem item, Leave leave) {
        Scan known = known(item);
        if (known.refused().isEmpty() && known.firstLeft() <= known.pages()) {
            leave.ask();
            reader.read(item.content(), known, new Keeper(item, leave));
            known = known(item);
        }
        return document(known);
    }

    private Scan known(RawItem item) {
        return store.find(item.source(), item.reference()).orElse(Scan.UNOPENED);
    }

    private static Document document(Scan scan) {
        List<PageResult> pages = scan.results();
        String text = pages.stream()
                .map(PageResult::text)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n\n"));
        Optional<String> trouble = scan.refused()
                .or(() -> pages.stream()
                        .filter(page -> page.state() != PageResult.State.READ)
                        .map(page -> "page " + page.number() + " : " + page.reason())
                        .findFirst()
                        .or(scan::damage));
        Letter.Reading reading = text.isBlank()
                ? Letter.Reading.NOT_READ
                : trouble.isPresent() ? Letter.Reading.IN_PART : Letter.Reading.WHOLE;
        return new Document(
                pages.stream()
                        .map(page -> new Letter.Page(page.number(), page.text(), page.confidence()))
                        .toList(),
                text,
                reading,
                trouble);
    }

    private final class Keeper implements PageReader.Listener {

        private final RawItem item;
        private final Leave leave;

        Keeper(RawItem item, Leave leave) {
            this.item = item;
            this.leave = leave;
        }

        @Override
        public void opened(Scan scan) {
            store.open(item.source(), item.reference(), scan);
        }

        @Override
        public void page(PageResult page) {
            store.save(item.source(), item.reference(), page);
            leave.ask();
        }
    }
}
