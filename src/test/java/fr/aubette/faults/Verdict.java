package fr.aubette.faults;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger held against the books.
 *
 * @param violations one line each, empty when all is well
 * @param lines what came of each channel's items, by channel
 */
record Verdict(List<String> violations, Map<String, Line> lines) {

    /** Most violations of one kind that are printed. */
    private static final int SHOWN = 20;

    /** One channel. */
    record Line(int offered, int acknowledged, int found, int lost, int doubled, int unseen) {

        static final Line NONE = new Line(0, 0, 0, 0, 0, 0);

        Line plus(Line other) {
            return new Line(
                    offered + other.offered,
                    acknowledged + other.acknowledged,
                    found + other.found,
                    lost + other.lost,
                    doubled + other.doubled,
                    unseen + other.unseen);
        }
    }

    static Verdict of(Map<String, Ledger.Entry> ledger, Books books) {
        List<String> violations = new ArrayList<>();
        Map<String, Line> lines = items(ledger, books, violations);
        books.intakes().forEach(row -> intake(row, violations));
        messages(books, violations);
        books.gaps().forEach(ticket -> violations.add("events of ticket " + ticket + " have a gap"));
        books.twins().forEach(key -> violations.add("two citizens for one person: " + key));
        expectZero("in flight after settling", books.inFlight(), violations);
        expectZero("balance of the equation", books.balance(), violations);
        expectZero("rows left in the outbox", books.unsent(), violations);
        return new Verdict(violations, lines);
    }

    boolean clean() {
        return violations.isEmpty();
    }

    private static Map<String, Line> items(Map<String, Ledger.Entry> ledger, Books books, List<String> violations) {
        Map<String, Integer> found = new HashMap<>();
        books.intakes().forEach(row -> row.markers().forEach(marker -> found.merge(marker, 1, Integer::sum)));
        Map<String, Line> lines = new TreeMap<>();
        ledger.forEach((marker, entry) -> lines.merge(
                entry.channel(), line(marker, entry, found.getOrDefault(marker, 0), violations), Line::plus));
        found.keySet().stream()
                .filter(marker -> !ledger.containsKey(marker))
                .forEach(marker -> violations.add(marker + " is in the store but was never offered"));
        return lines;
    }

    private static Line line(String marker, Ledger.Entry entry, int found, List<String> violations) {
        boolean unseen = found == 0 && entry.excused().isPresent();
        boolean lost = found == 0 && !unseen;
        if (lost) {
            violations.add(marker + (entry.acknowledged() ? " was acknowledged and is lost" : " never came in"));
        }
        if (entry.insists() && !entry.acknowledged()) {
            violations.add(marker + " was never acknowledged, though its source insists");
        }
        if (found > 1) {
            violations.add(marker + " is in " + found + " intakes");
        }
        return new Line(
                1, entry.acknowledged() ? 1 : 0, Math.min(found, 1), lost ? 1 : 0, found > 1 ? 1 : 0, unseen ? 1 : 0);
    }

    private static void intake(Books.Row row, List<String> violations) {
        if (row.markers().contains("BYTES MISSING")) {
            violations.add("intake " + row.id() + " has lost its bytes");
        }
        if (row.outcome().equals("quarantined")) {
            violations.add("intake " + row.id() + " " + row.markers() + " is good and yet in quarantine");
        }
        boolean ticket = row.outcome().equals("opened") || row.outcome().equals("joined");
        if (ticket && (row.contacts() != 1 || row.links().isEmpty())) {
            violations.add("intake " + row.id() + " was " + row.outcome() + " with " + row.contacts() + " contacts in "
                    + row.links().size() + " tickets");
        }
        if (row.contacts() > 1) {
            violations.add("intake " + row.id() + " has " + row.contacts() + " contacts");
        }
    }

    private static void messages(Books books, List<String> violations) {
        Map<String, Integer> told = new HashMap<>();
        books.told().forEach(message -> told.merge(message, 1, Integer::sum));
        for (Books.Row row : books.intakes()) {
            for (String link : row.toTell()) {
                Integer times = told.remove(link);
                if (times == null) {
                    violations.add("the directorate was never told of " + link);
                } else if (times > 1) {
                    violations.add("the directorate was told " + times + " times of " + link);
                }
            }
        }
        told.keySet().forEach(link -> violations.add("the directorate was told of " + link + ", which is not stored"));
    }

    private static void expectZero(String what, long value, List<String> violations) {
        if (value != 0) {
            violations.add(what + " is " + value + ", not 0");
        }
    }

    /** For a person to read. */
    String table() {
        try (Formatter out = new Formatter(Locale.ROOT)) {
            out.format(
                    "%-12s %8s %13s %8s %6s %8s %8s%n",
                    "channel", "offered", "acknowledged", "found", "lost", "doubled", "unseen");
            lines.forEach((channel, line) -> row(out, channel, line));
            row(out, "all", lines.values().stream().reduce(Line.NONE, Line::plus));
            violations.stream().limit(SHOWN).forEach(each -> out.format("VIOLATION %s%n", each));
            if (violations.size() > SHOWN) {
                out.format("… and %d more%n", violations.size() - SHOWN);
            }
            return out.toString();
        }
    }

    private static void row(Formatter out, String name, Line line) {
        out.format(
                "%-12s %8d %13d %8d %6d %8d %8d%n",
                name, line.offered(), line.acknowledged(), line.found(), line.lost(), line.doubled(), line.unseen());
    }
}
