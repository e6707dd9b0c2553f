package fr.aubette.cli.routing;

import fr.aubette.classify.Lesson;
import fr.aubette.model.Identified;
import java.util.List;
import java.util.Optional;

/**
 * A message to decide, and what should come out if the file says so.
 *
 * @param id its name in the file
 * @param identified the message as the classifier meets it
 * @param expected empty when the file does not say
 */
record Message(String id, Identified identified, Optional<Expected> expected) {

    /** The directorate of what a machine wrote: nobody answers. */
    static final String NOBODY = "AUCUNE";

    /** What can be learned from it; empty when the file does not say what is right. */
    Optional<Lesson> lesson() {
        return expected.map(right -> new Lesson(
                identified,
                right.directorate(),
                right.service(),
                right.partner(),
                right.protectedLane() ? right.kind() : "",
                right.hardNegative(),
                right.secondary()));
    }

    /**
     * The right answer.
     *
     * @param directorate who should answer; {@value #NOBODY} for what a machine wrote
     * @param service below it; blank when the file does not say
     * @param partner the institution that it belongs to; blank when it is ours
     * @param secondary directorates of its other topics
     * @param protectedLane whether it must go the restricted way
     * @param kind which danger; blank when none
     * @param hardNegative whether it speaks of danger without being in any
     */
    record Expected(
            String directorate,
            String service,
            String partner,
            List<String> secondary,
            boolean protectedLane,
            String kind,
            boolean hardNegative) {}
}
