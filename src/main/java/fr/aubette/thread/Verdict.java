package fr.aubette.thread;

import fr.aubette.model.Evidence;
import fr.aubette.model.TicketLink;
import fr.aubette.thread.OpenMatters.Candidate;
import java.util.Locale;
import java.util.Optional;

/**
 * What one clue to one ticket means for one matter.
 *
 * @param link why the matter is linked to the ticket without joining it; empty when it joins
 * @param confidence 0 to 1: how sure that is
 */
record Verdict(Candidate ticket, Optional<TicketLink.Why> link, double confidence, Evidence evidence) {

    static Verdict join(Candidate ticket, double confidence, String rule, String detail) {
        return new Verdict(ticket, Optional.empty(), confidence, told(rule, detail, confidence));
    }

    static Verdict link(Candidate ticket, TicketLink.Why why, double confidence, String rule, String detail) {
        return new Verdict(ticket, Optional.of(why), confidence, told(rule, detail, confidence));
    }

    boolean joins() {
        return link.isEmpty();
    }

    private static Evidence told(String rule, String detail, double confidence) {
        return new Evidence(rule, String.format(Locale.ROOT, "%s (%.0f %%)", detail, confidence * 100));
    }
}
