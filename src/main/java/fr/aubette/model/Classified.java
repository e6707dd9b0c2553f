package fr.aubette.model;

/**
 * After classify: what the contact is about.
 *
 * @param identified what came in, from whom
 * @param classification its matters, or why it opens nothing
 */
public record Classified(Identified identified, Classification classification) {

    public Contact contact() {
        return identified.contact();
    }

    public Identity identity() {
        return identified.identity();
    }
}
