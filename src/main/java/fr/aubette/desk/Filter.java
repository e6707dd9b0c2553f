package fr.aubette.desk;

import java.util.Arrays;
import java.util.Locale;

/** Which tickets a list shows. */
public enum Filter {
    /** Open ones that the directorate leads. */
    OPEN,
    /** Of those, what a person must qualify. */
    QUALIFY,
    /** Of those, what has passed a deadline. */
    OVERDUE,
    /** Open ones that the viewer, or whom she replaces, has in charge, wherever. */
    MINE,
    /** Open ones of others, of which the directorate is informed or to which it owes a contribution. */
    SHARED,
    /** Settled and closed ones. */
    ENDED;

    /** As in addresses, for example {@code open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter with this code; {@link #OPEN} for any other. */
    public static Filter ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(OPEN);
    }
}
