package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * A contact that speaks of danger among other things, cut in two. The ordinary part holds only passages that speak of
 * an ordinary matter and hold no word of danger; whatever is in doubt stays on the restricted side.
 *
 * @param subject the contact's subject when it is ordinary, else blank
 * @param text the ordinary passages; blank when there is none
 * @param restricted all other passages
 */
record Split(String subject, String text, String restricted) {

    /** Judges a passage. */
    interface Apart {
        boolean test(int from, int to);
    }

    /**
     * Cuts.
     *
     * @param apart whether a passage, from one place of the text to another, speaks of the ordinary matter and holds no
     *     word of danger
     */
    static Split of(Rules rules, String subject, String text, Apart apart) {
        List<String> ordinary = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        int from = 0;
        for (int end : Passages.ends(text)) {
            String passage = text.substring(from, end).strip();
            if (!passage.isEmpty()) {
                (apart.test(from, end) ? ordinary : restricted).add(passage);
            }
            from = end;
        }
        String kept = rules.lane().touches(subject) ? "" : subject;
        if (restricted.isEmpty()) {
            return new Split(kept, "", text);
        }
        return new Split(kept, String.join("\n", ordinary), String.join("\n", restricted));
    }
}
