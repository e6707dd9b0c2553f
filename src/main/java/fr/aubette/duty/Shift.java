package fr.aubette.duty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A part of the week and those who are on duty then.
 *
 * @param days on which it begins; a public holiday counts as a holiday only, whatever its weekday
 * @param holidays whether it also begins on public holidays
 * @param to when it ends; on the next day when it is not after {@code from}
 * @param weeks whether only in even (true) or odd weeks of ISO 8601; empty for all
 * @param chain who is paged first, then the deputies in order; never empty
 */
public record Shift(
        Set<DayOfWeek> days,
        boolean holidays,
        LocalTime from,
        LocalTime to,
        Optional<Boolean> weeks,
        List<Officer> chain) {

    public Shift {
        days = Set.copyOf(days);
        chain = List.copyOf(chain);
    }

    /** Whether it covers a moment, as the clock on the wall tells it. */
    boolean covers(LocalDateTime at, Predicate<LocalDate> holiday) {
        LocalDate day = at.toLocalDate();
        LocalTime time = at.toLocalTime();
        if (to.isAfter(from)) {
            return begins(day, holiday) && !time.isBefore(from) && time.isBefore(to);
        }
        return begins(day, holiday) && !time.isBefore(from) || begins(day.minusDays(1), holiday) && time.isBefore(to);
    }

    private boolean begins(LocalDate day, Predicate<LocalDate> holiday) {
        boolean ofWeek = weeks.map(even -> even == (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0))
                .orElse(true);
        return ofWeek && (holiday.test(day) ? holidays : days.contains(day.getDayOfWeek()));
    }
}
