package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * After thread: for each matter, the open ticket that it joins, or a new one.
 *
 * @param classified what came in, from whom, about what
 * @param threadings one a matter, in the same order; empty when suppressed
 * @param suppressed why what a person sent opens nothing all the same
 */
public record Threaded(Classified classified, List<Threading> threadings, Optional<Suppression> suppressed) {

    public Threaded {
        threadings = List.copyOf(threadings);
        if (suppressed.isPresent() && !threadings.isEmpty()) {
            throw new IllegalArgumentException("what is suppressed opens and joins nothing");
        }
    }

    public Threaded(Classified classified, List<Threading> threadings) {
        this(classified, threadings, Optional.empty());
    }

    public Contact contact() {
        return classified.contact();
    }

    /** Why it opens nothing, a machine's mail included; empty for what opens or joins a ticket. */
    public Optional<String> whyNothing() {
        return suppressed
                .map(Suppression::reason)
                .or(() -> classified.classification().suppressed());
    }
}
