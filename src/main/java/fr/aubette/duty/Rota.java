package fr.aubette.duty;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who is on duty for protected tickets, from {@code config/duty.yaml}.
 *
 * @param after how long nobody has taken a ticket when the first is paged; 1 minute to 1 day
 * @param then how long until the next is paged; the same bounds
 * @param mailbox name of the outgoing mailbox; blank for the standard one
 * @param console address that a page names; blank for none
 * @param textMessages address of a gateway from mail to text messages, with {@code {phone}} in it; blank for none
 */
public record Rota(
        Duration after, Duration then, String mailbox, String console, String textMessages, List<Desk> desks) {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** Nobody is on duty. */
    public static final Rota NONE = new Rota(Duration.ofMinutes(10), Duration.ofMinutes(10), "", "", "", List.of());

    public Rota {
        within("after", after);
        within("then", then);
        desks = List.copyOf(desks);
    }

    /**
     * Those on duty for a directorate's protected tickets.
     *
     * @param shifts the first that covers a moment holds
     * @param otherwise when none does
     */
    public record Desk(List<String> directorates, List<Shift> shifts, List<Officer> otherwise) {

        public Desk {
            directorates = List.copyOf(directorates);
            shifts = List.copyOf(shifts);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** For which somebody may be on duty. */
    Set<String> directorates() {
        return desks.stream().flatMap(each -> each.directorates().stream()).collect(Collectors.toSet());
    }

    /** Who is paged at a moment, first to last; empty when nobody is. */
    public List<Officer> onDuty(String directorate, LocalDateTime at, Predicate<LocalDate> holiday) {
        return desks.stream()
                .filter(each -> each.directorates().contains(directorate))
                .findFirst()
                .map(desk -> desk.shifts().stream()
                        .filter(each -> each.covers(at, holiday))
                        .findFirst()
                        .map(Shift::chain)
                        .orElse(desk.otherwise()))
                .orElse(List.of());
    }

    private static void within(String key, Duration value) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(key + " must lie in " + LEAST + ".." + MOST + ", is " + value);
        }
    }
}
