package fr.aubette.cli.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a changed table would have done: counts only. */
final class ReplayReport {

    private static final String TRIAGE = "TRIAGE";

    private final Map<String, Integer> lanes = new TreeMap<>();
    private final Map<String, Integer> directorates = new TreeMap<>();
    private final Map<String, Integer> motives = new TreeMap<>();
    private int read;
    private int unread;
    private int changed;
    private int rightBefore;
    private int rightAfter;
    private int judged;

    /** What becomes of the restricted way. */
    enum Lane {
        SAME,
        LOST,
        GAINED;

        static Lane of(boolean before, boolean after) {
            return before == after ? SAME : before ? LOST : GAINED;
        }

        String word() {
            return this == SAME ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    void unread() {
        read++;
        unread++;
    }

    int read() {
        return read;
    }

    void add(PastContact past, String from, String to, List<String> after, Lane lane) {
        read++;
        if (lane != Lane.SAME) {
            lanes.merge(lane.word() + "  " + from + " -> " + to, 1, Integer::sum);
        }
        if (!from.equals(to)) {
            directorates.merge(from + " -> " + to, 1, Integer::sum);
        }
        if (!past.motives().equals(after)) {
            motives.merge(words(past.motives()) + " -> " + words(after), 1, Integer::sum);
        }
        if (lane != Lane.SAME || !past.motives().equals(after)) {
            changed++;
        }
        judge(past, from, to);
    }

    /** A ticket that one directorate has today says what was right, unless it still waits to be qualified. */
    private void judge(PastContact past, String from, String to) {
        if (past.now().size() == 1 && !past.now().get(0).equals(TRIAGE)) {
            judged++;
            rightBefore += past.now().get(0).equals(from) ? 1 : 0;
            rightAfter += past.now().get(0).equals(to) ? 1 : 0;
        }
    }

    private static String words(List<String> motives) {
        return motives.isEmpty() ? "—" : String.join("+", motives);
    }

    /** Protected changes first, then the directorates, then the motives, the most frequent first. */
    @Override
    public String toString() {
        return "%d contacts, %d changed / changés, %d unreadable / illisibles%n".formatted(read, changed, unread)
                + "where people have them today / là où ils sont aujourd'hui : %d/%d before / avant, %d/%d after / après%n"
                        .formatted(rightBefore, judged, rightAfter, judged)
                + section("protected lane / circuit protégé", lanes)
                + section("directorates / directions", directorates)
                + section("motives / motifs", motives);
    }

    private static String section(String title, Map<String, Integer> counts) {
        return counts.isEmpty()
                ? title + ": 0\n"
                : counts.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(each -> "%7d  %s%n".formatted(each.getValue(), each.getKey()))
                        .collect(Collectors.joining("", title + ":\n", ""));
    }
}
