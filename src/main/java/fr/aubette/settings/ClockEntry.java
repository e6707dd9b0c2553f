package fr.aubette.settings;

import fr.aubette.model.Motive.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one time limit of {@code motives.yaml}. */
final class ClockEntry {

    private static final Set<String> KEYS =
            Set.of("kind", "amount", "unit", "article", "starts", "incomplete", "transfer", "warn");
    private static final Set<String> NEEDED = Set.of("kind", "amount", "unit", "article");
    private static final Set<String> UNITS = Set.of("days", "working-days", "months");
    private static final Set<String> STARTS = Set.of("any", "written", "electronic", "paper");
    private static final Set<String> INCOMPLETE = Set.of("runs", "suspends", "restarts");
    private static final Set<String> TRANSFER = Set.of("runs", "ends", "first", "competent");

    /** Kinds that are no longer ours once the request is passed on. */
    private static final Set<String> ENDED_BY_TRANSFER =
            Set.of("ARE", "ACKNOWLEDGEMENT", "SERVICE_COMMITMENT", "DECISION", "TRANSFER");

    private static final String REJECTION = "IMPLIED_REJECTION";
    private static final String ACCEPTANCE = "IMPLIED_ACCEPTANCE";
    private static final String DECISION = "DECISION";

    /** A month's warning is a fortnight, a week's two days. */
    private static final int WARN_MONTHS = 14;

    private static final int WARN_DAYS = 2;

    /** Ten years in days: a longer time limit is a slip. */
    private static final int LONGEST = 3653;

    private ClockEntry() {}

    static Clock clock(Entry entry) {
        Map<String, Entry> values = entry.entries(KEYS);
        NEEDED.stream()
                .filter(key -> !values.containsKey(key))
                .sorted()
                .forEach(key -> entry.wrong("no " + key, "kind, amount, unit and article"));
        String kind = values.containsKey("kind") ? values.get("kind").text() : "";
        String article = values.containsKey("article") ? values.get("article").text() : "";
        int amount = amount(values);
        Clock.Unit unit = unit(values);
        return new Clock(
                kind,
                amount,
                unit,
                article,
                word(values, "starts", "what starts it", STARTS)
                        .map(Clock.Starts::valueOf)
                        .orElse(Clock.Starts.ANY),
                word(values, "incomplete", "what missing pieces do", INCOMPLETE)
                        .map(Clock.Incomplete::valueOf)
                        .orElseGet(() -> incomplete(kind)),
                word(values, "transfer", "what a transfer does", TRANSFER)
                        .map(Clock.Transfer::valueOf)
                        .orElseGet(() -> transfer(kind)),
                values.containsKey("warn") ? values.get("warn").whole(0, LONGEST) : warn(amount, unit));
    }

    /** The constant's name of one of these words; empty when the key is left out. */
    private static Optional<String> word(Map<String, Entry> values, String key, String kind, Set<String> words) {
        return Optional.ofNullable(values.get(key))
                .flatMap(entry -> entry.oneOf(kind, words))
                .map(name -> name.toUpperCase(Locale.ROOT));
    }

    /** A rejection rests, an acceptance and a decision begin with the complete file (CRPA L114-5). */
    private static Clock.Incomplete incomplete(String kind) {
        return switch (kind) {
            case REJECTION -> Clock.Incomplete.SUSPENDS;
            case ACCEPTANCE, DECISION -> Clock.Incomplete.RESTARTS;
            default -> Clock.Incomplete.RUNS;
        };
    }

    /** CRPA L114-3; whoever is competent acknowledges (L114-4). */
    private static Clock.Transfer transfer(String kind) {
        return switch (kind) {
            case REJECTION -> Clock.Transfer.FIRST;
            case ACCEPTANCE -> Clock.Transfer.COMPETENT;
            default -> ENDED_BY_TRANSFER.contains(kind) ? Clock.Transfer.ENDS : Clock.Transfer.RUNS;
        };
    }

    private static int warn(int amount, Clock.Unit unit) {
        if (unit == Clock.Unit.MONTHS) {
            return WARN_MONTHS;
        }
        return amount > WARN_DAYS ? WARN_DAYS : 0;
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
