package fr.aubette.deadline;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import fr.aubette.model.Motive.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the dates that a new ticket owes, from the day its request arrived in the institution (CRPA L112-1). */
@Component
public class Deadlines {

    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final PublicHolidays holidays;

    public Deadlines(DeadlineSettings settings) {
        this.holidays = new PublicHolidays(settings.alsaceMoselle());
    }

    /** Every time limit of a motive, whatever channel starts it. */
    public List<Deadline> of(Motive motive, LocalDate arrival) {
        return motive.clocks().stream().map(clock -> deadline(clock, arrival)).toList();
    }

    /** The time limits of a motive that a contact of this channel starts. */
    public List<Deadline> of(Motive motive, LocalDate arrival, ChannelKind channel) {
        return motive.clocks().stream()
                .filter(clock -> starts(clock.starts(), channel))
                .map(clock -> deadline(clock, arrival))
                .toList();
    }

    /**
     * The last day of a delay.
     *
     * @param from the day of arrival, which does not count
     * @param amount how many units
     * @param unit months run from date to date and end on the month's last day when it is shorter
     */
    public LocalDate after(LocalDate from, int amount, Clock.Unit unit) {
        return switch (unit) {
            case DAYS -> from.plusDays(amount);
            case MONTHS -> from.plusMonths(amount);
            case WORKING_DAYS -> workingDaysAfter(from, amount);
        };
    }

    private LocalDate workingDaysAfter(LocalDate from, int amount) {
        LocalDate day = from;
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (holidays.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private Deadline deadline(Clock clock, LocalDate arrival) {
        String reason = "Arrivée le " + FRENCH.format(arrival) + ", plus " + delay(clock);
        return new Deadline(clock.kind(), after(arrival, clock.amount(), clock.unit()), clock.article(), reason);
    }

    private static String delay(Clock clock) {
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

    private static boolean starts(Clock.Starts starts, ChannelKind channel) {
        boolean electronic = channel == ChannelKind.MAIL || channel == ChannelKind.FORM;
        boolean paper = channel == ChannelKind.LETTER;
        return switch (starts) {
            case ANY -> true;
            case WRITTEN -> electronic || paper;
            case ELECTRONIC -> electronic;
            case PAPER -> paper;
        };
    }
}
