package fr.aubette.deadline;

import fr.aubette.model.Motive.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Says in French what a date was counted from. */
final class Wording {

    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Wording() {}

    static String day(LocalDate day) {
        return FRENCH.format(day);
    }

    static String delay(Clock clock) {
        boolean one = clock.amount() == 1;
        return clock.amount()
                + switch (clock.unit()) {
                    case DAYS -> one ? " jour" : " jours";
                    case WORKING_DAYS ->
                        one
                                ? " jour ouvré (hors samedis, dimanches et jours fériés)"
                                : " jours ouvrés (hors samedis, dimanches et jours fériés)";
                    case MONTHS -> " mois de date à date";
                };
    }

    static String days(long days) {
        return days == 1 ? "1 jour" : days + " jours";
    }
}
