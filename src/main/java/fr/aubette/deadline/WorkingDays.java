package fr.aubette.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The days on which the institution works: neither weekends nor public holidays (Code du travail L3133-1; L3134-13 for
 * Alsace and Moselle). A year's holidays are asked of the calendar once.
 */
final class WorkingDays {

    /** A département of Alsace in the calendar: Good Friday and 26 December are holidays there. */
    private static final String ALSACE = "67";

    private final boolean alsaceMoselle;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    WorkingDays(boolean alsaceMoselle) {
        this.alsaceMoselle = alsaceMoselle;
    }

    boolean has(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    boolean isHoliday(LocalDate day) {
        return holidays.computeIfAbsent(day.getYear(), this::of).contains(day);
    }

    /** The day on which so many of them have passed. */
    LocalDate after(LocalDate from, int amount) {
        LocalDate day = from;
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (has(day)) {
                left--;
            }
        }
        return day;
    }

    private Set<LocalDate> of(int year) {
        HolidayManager france = HolidayManager.getInstance(ManagerParameters.create("fr"));
        Set<Holiday> all =
                alsaceMoselle ? france.getHolidays(Year.of(year), ALSACE) : france.getHolidays(Year.of(year));
        return all.stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }
}
