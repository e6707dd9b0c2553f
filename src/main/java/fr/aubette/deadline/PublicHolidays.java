package fr.aubette.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The French public holidays (Code du travail L3133-1; L3134-13 for Alsace and Moselle).
 *
 * @param alsaceMoselle whether Good Friday and 26 December are holidays here
 */
record PublicHolidays(boolean alsaceMoselle) {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));
    private static final MonthDay SAINT_STEPHEN = MonthDay.of(12, 26);

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    boolean isHoliday(LocalDate day) {
        MonthDay monthDay = MonthDay.from(day);
        LocalDate easter = easter(day.getYear());
        return FIXED.contains(monthDay)
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50))
                || (alsaceMoselle && (day.equals(easter.minusDays(2)) || monthDay.equals(SAINT_STEPHEN)));
    }

    /** Easter Sunday of the Gregorian calendar, by Meeus' algorithm. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int month = (epact + weekday - 7 * correction + 114) / 31;
        int day = (epact + weekday - 7 * correction + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }
}
