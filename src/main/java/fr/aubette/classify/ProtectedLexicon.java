package fr.aubette.classify;

import org.springframework.stereotype.Component;

/**
 * A quick look at a raw text, before anything is known of it: whether it may concern somebody in danger, so that it
 * takes the urgent queue. It errs on the side of urgency; {@link Classifier} decides later.
 */
@Component
public class ProtectedLexicon {

    private final Rulebook rulebook;

    ProtectedLexicon(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Whether the first {@value Words#MAX_TEXT} characters of a text hold signs of danger.
     *
     * @param text as it came; tags, headers and broken words do no harm
     */
    public boolean suspects(CharSequence text) {
        String head =
                text.subSequence(0, Math.min(text.length(), Words.MAX_TEXT)).toString();
        return rulebook.current().suspects(head);
    }
}
