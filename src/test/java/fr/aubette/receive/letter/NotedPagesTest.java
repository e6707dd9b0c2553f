package fr.aubette.receive.letter;

import java.util.HashSet;
import java.util.Set;

class NotedPagesTest implements FetchedPagesPromises {

    private final Set<String> safe = new HashSet<>();
    private final FetchedPages pages = new NotedPages((source, reference) -> safe.contains(source + " " + reference));

    @Override
    public FetchedPages pages() {
        return pages;
    }

    @Override
    public void takeIn(String source, String reference) {
        safe.add(source + " " + reference);
    }
}
