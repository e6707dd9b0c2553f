package fr.aubette.classify;

/** Where the rules come from; they may change while the program runs. */
@FunctionalInterface
public interface RoutingSource {

    /** The rules in force; the same object as long as they do not change. */
    Routing current();

    /** Which rules these are, in some letters and digits; empty when nobody asks. */
    default String version() {
        return "";
    }
}
