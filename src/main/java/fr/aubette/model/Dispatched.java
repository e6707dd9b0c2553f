package fr.aubette.model;

import java.util.List;

/**
 * After dispatch: every decision is made, nothing is written yet.
 *
 * @param threaded the decisions before this one
 * @param assignments one a matter, in the same order
 */
public record Dispatched(Threaded threaded, List<Assignment> assignments) {

    public Dispatched {
        assignments = List.copyOf(assignments);
    }

    public Contact contact() {
        return threaded.contact();
    }
}
