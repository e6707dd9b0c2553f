package fr.aubette.classify;

/** Writes weights as evidence shows them. */
final class Figures {

    private static final int TENTHS = 10;

    private Figures() {}

    /** With its sign and one decimal, rounded half up. */
    static String signed(double weight) {
        long tenths = Math.round(Math.abs(weight) * TENTHS);
        return (weight < 0 ? "-" : "+") + tenths / TENTHS + "." + tenths % TENTHS;
    }
}
