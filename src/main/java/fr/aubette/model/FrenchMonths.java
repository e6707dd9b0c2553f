package fr.aubette.model;

import java.util.List;

/** The months as French dates name them, in order, lower case and without accents. */
public final class FrenchMonths {

    /** January first. */
    public static final List<String> NAMES = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private FrenchMonths() {}
}
