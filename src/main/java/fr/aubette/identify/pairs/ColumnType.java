package fr.aubette.identify.pairs;

/** How the values of a column are compared. */
public enum ColumnType {
    /** A short text of few words: a name, a town. */
    NAME(6),
    /** Several words whose order says little: an address, a whole name. */
    TEXT(6),
    /** Figures that identify: a postcode, a number. */
    CODE(4),
    /** A whole date. */
    DATE(4),
    /** A quantity: an age. */
    NUMBER(4),
    /** One of a few values. */
    CATEGORY(2);

    private final int levels;

    ColumnType(int levels) {
        this.levels = levels;
    }

    /** How many degrees of likeness are told apart; 0 is equality, the last is difference. */
    int levels() {
        return levels;
    }
}
