package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A contact that speaks of danger among other things, cut in two. The ordinary part holds only passages that speak of
 * an ordinary matter and hold no word of danger; whatever is in doubt stays on the restricted side.
 *
 * @param subject the contact's subject when it is ordinary, else blank
 * @param text the ordinary passages; blank when there is none
 * @param restricted all other passages
 */
record Split(String subject, String text, String restricted) {

    /**
     * Cuts.
     *
     * @param asks whether a passage speaks of the ordinary matter
     */
    static Split of(Rules rules, String subject, String text, Predicate<String> asks) {
        List<String> ordinary = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        for (String passage : Passages.of(text)) {
            (!rules.lane().touches(passage) && asks.test(passage) ? ordinary : restricted).add(passage);
        }
        String kept = rules.lane().touches(subject) ? "" : subject;
        if (restricted.isEmpty()) {
            return new Split(kept, "", text);
        }
        return new Split(kept, String.join("\n", ordinary), String.join("\n", restricted));
    }
}
