package fr.aubette.settings;

import fr.aubette.model.Motive.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one time limit of {@code motives.yaml}. */
final class ClockEntry {

    private static final Set<String> KEYS = Set.of("kind", "amount", "unit", "article", "starts");
    private static final Set<String> UNITS = Set.of("days", "working-days", "months");
    private static final Set<String> STARTS = Set.of("any", "written", "electronic", "paper");

    /** Ten years in days: a longer time limit is a slip. */
    private static final int LONGEST = 3653;

    private ClockEntry() {}

    static Clock clock(Entry entry) {
        Map<String, Entry> values = entry.entries(KEYS);
        KEYS.stream()
                .filter(key -> !values.containsKey(key) && !key.equals("starts"))
                .sorted()
                .forEach(key -> entry.wrong("no " + key, "kind, amount, unit and article"));
        String kind = values.containsKey("kind") ? values.get("kind").text() : "";
        String article = values.containsKey("article") ? values.get("article").text() : "";
        Clock.Starts starts = values.containsKey("starts")
                ? values.get("starts")
                        .oneOf("what starts it", STARTS)
                        .map(name -> Clock.Starts.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(Clock.Starts.ANY)
                : Clock.Starts.ANY;
        return new Clock(kind, amount(values), unit(values), article, starts);
    }

    static int amount(Map<String, Entry> values) {
        return values.containsKey("amount") ? values.get("amount").whole(1, LONGEST) : 1;
    }

    static Clock.Unit unit(Map<String, Entry> values) {
        if (!values.containsKey("unit")) {
            return Clock.Unit.DAYS;
        }
        return values.get("unit")
                .oneOf("a unit", UNITS)
                .map(name -> Clock.Unit.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))
                .orElse(Clock.Unit.DAYS);
    }
}
