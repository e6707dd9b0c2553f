package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the rules in force prepared for use, and prepares them again when they change. */
@Component
class Rulebook {

    private final RoutingSource source;
    private final Catalogue catalogue;
    private final LetterSigns signs;
    private volatile @Nullable Rules prepared;

    Rulebook(RoutingSource source, Catalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
        this.signs = new LetterSigns(catalogue);
    }

    /** What tells the motive of a letter without its words. */
    LetterSigns signs() {
        return signs;
    }

    Rules current() {
        Routing routing = source.current();
        Rules rules = prepared;
        return rules == null || rules.routing() != routing ? prepare(routing) : rules;
    }

    /** It takes half a second: one thread does it, the others wait for it. */
    private synchronized Rules prepare(Routing routing) {
        Rules rules = prepared;
        if (rules == null || rules.routing() != routing) {
            rules = Rules.of(routing, catalogue);
            prepared = rules;
        }
        return rules;
    }
}
