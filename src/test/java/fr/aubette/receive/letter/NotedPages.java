package fr.aubette.receive.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** In memory. */
public final class NotedPages implements FetchedPages {

    private final Map<Key, Noted> rows = new ConcurrentHashMap<>();
    private final BiPredicate<String, String> isTaken;
    private volatile boolean dies;

    /** Notes of letters of which this says, by source and reference, whether they were taken in. */
    public NotedPages(BiPredicate<String, String> isTaken) {
        this.isTaken = isTaken;
    }

    private record Key(String place, String path) {}

    private record Noted(String source, String reference, Page page) {}

    @Override
    public void note(String place, String source, String reference, List<Page> pages) {
        pages.forEach(page -> rows.put(new Key(place, page.path()), new Noted(source, reference, page)));
    }

    @Override
    public List<Page> taken(String place) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().place().equals(place))
                .map(Map.Entry::getValue)
                .filter(noted -> isTaken.test(noted.source(), noted.reference()))
                .map(Noted::page)
                .toList();
    }

    @Override
    public void forget(String place, Collection<String> paths) {
        if (!dies) {
            paths.forEach(path -> rows.remove(new Key(place, path)));
        }
    }

    /** Whether it is killed each time before it forgets. */
    public void dies(boolean always) {
        dies = always;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
