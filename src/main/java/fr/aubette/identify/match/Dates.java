package fr.aubette.identify.match;

import java.time.LocalDate;

/** Birth dates that may be slips of one another. */
final class Dates {

    private Dates() {}

    /** One figure apart, two figures exchanged, or day and month exchanged. */
    static boolean near(LocalDate one, LocalDate other) {
        boolean exchanged = one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
        return exchanged || figuresApart(one.toString(), other.toString());
    }

    private static boolean figuresApart(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int apart = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                apart++;
                first = first < 0 ? i : first;
                last = i;
            }
        }
        boolean swapped =
                apart == 2 && one.charAt(first) == other.charAt(last) && one.charAt(last) == other.charAt(first);
        return apart <= 1 || swapped;
    }
}
