package fr.aubette.model;

import java.util.List;

/**
 * After thread: for each matter, the open ticket that it joins, or a new one.
 *
 * @param classified what came in, from whom, about what
 * @param threadings one a matter, in the same order
 */
public record Threaded(Classified classified, List<Threading> threadings) {

    public Threaded {
        threadings = List.copyOf(threadings);
    }

    public Contact contact() {
        return classified.contact();
    }
}
