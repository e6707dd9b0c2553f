package fr.aubette.settings;

import fr.aubette.duty.Officer;
import fr.aubette.duty.Rota;
import fr.aubette.duty.Shift;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code duty.yaml}: who is paged when nobody takes a protected ticket. */
final class DutyFile {

    private static final Set<String> KEYS =
            Set.of("after", "then", "mailbox", "console", "text-messages", "people", "desks");
    private static final Set<String> PERSON = Set.of("name", "mail", "phone", "pager");
    private static final Set<String> DESK = Set.of("directorates", "shifts", "otherwise");
    private static final Set<String> SHIFT = Set.of("days", "weeks", "from", "to", "who");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String HOLIDAY = "holiday";
    private static final int DAY_MINUTES = 24 * 60;

    private final Set<String> directorates;
    private final Map<String, Officer> people = new LinkedHashMap<>();
    private String textMessages = "";

    private DutyFile(Set<String> directorates) {
        this.directorates = directorates;
    }

    /** The rota; nobody's when there is no such file. */
    static Rota read(Path folder, Set<String> directorates, Problems problems) {
        Path file = folder.resolve("duty.yaml");
        return Files.exists(file) ? new DutyFile(directorates).rota(YamlFile.read(file, problems)) : Rota.NONE;
    }

    private Rota rota(Entry top) {
        Map<String, Entry> values = top.entries(KEYS);
        textMessages = text(values, "text-messages");
        entries(values, "people").forEach((code, entry) -> people.put(code, person(code, entry)));
        List<Rota.Desk> desks = new ArrayList<>();
        entries(values, "desks").forEach((name, entry) -> desks.add(desk(entry)));
        return new Rota(
                minutes(values, "after"),
                minutes(values, "then"),
                text(values, "mailbox"),
                text(values, "console"),
                textMessages,
                desks);
    }

    private Officer person(String code, Entry entry) {
        Map<String, Entry> values = entry.entries(PERSON);
        Officer officer = new Officer(
                code, text(values, "name"), text(values, "mail"), text(values, "phone"), text(values, "pager"));
        if (officer.name().isBlank() || !officer.isReached(textMessages)) {
            entry.wrong("nobody who can be reached", "name, and mail or pager, or phone with text-messages above");
        }
        return officer;
    }

    private Rota.Desk desk(Entry entry) {
        Map<String, Entry> values = entry.entries(DESK);
        if (!values.containsKey("directorates") || !values.containsKey("otherwise")) {
            entry.wrong("no directorates or no otherwise", "directorates, otherwise, and shifts if any");
        }
        return new Rota.Desk(
                values.containsKey("directorates")
                        ? values.get("directorates").allOf("a directorate", directorates)
                        : List.of(),
                values.containsKey("shifts")
                        ? values.get("shifts").list().stream().map(this::shift).toList()
                        : List.of(),
                chain(values, "otherwise"));
    }

    private Shift shift(Entry entry) {
        Map<String, Entry> values = entry.entries(SHIFT);
        List<String> names = values.containsKey("days")
                ? values.get("days")
                        .allOf(
                                "a day",
                                Stream.concat(DAYS.stream(), Stream.of(HOLIDAY)).toList())
                : List.of();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        names.stream().filter(DAYS::contains).forEach(day -> days.add(DayOfWeek.of(DAYS.indexOf(day) + 1)));
        List<Officer> chain = chain(values, "who");
        if (names.isEmpty() || chain.isEmpty()) {
            entry.wrong("no days or nobody", "days, from, to, who");
        }
        Optional<Boolean> weeks = values.containsKey("weeks")
                ? values.get("weeks")
                        .oneOf("even or odd", List.of("even", "odd"))
                        .map("even"::equals)
                : Optional.empty();
        return new Shift(days, names.contains(HOLIDAY), time(values, "from"), time(values, "to"), weeks, chain);
    }

    private List<Officer> chain(Map<String, Entry> values, String key) {
        return values.containsKey(key)
                ? values.get(key).allOf("one of people", people.keySet()).stream()
                        .flatMap(code -> Optional.ofNullable(people.get(code)).stream())
                        .toList()
                : List.of();
    }

    private static LocalTime time(Map<String, Entry> values, String key) {
        if (!values.containsKey(key)) {
            return LocalTime.MIDNIGHT;
        }
        String text = values.get(key).text();
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            values.get(key).wrong("'" + text + "'", "a time in quotes, as in \"18:30\"");
            return LocalTime.MIDNIGHT;
        }
    }

    private static Duration minutes(Map<String, Entry> values, String key) {
        if (!values.containsKey(key)) {
            return Rota.NONE.after();
        }
        String text = values.get(key).text().toLowerCase(Locale.ROOT);
        try {
            int minutes = text.endsWith("m") ? Integer.parseInt(text.substring(0, text.length() - 1)) : 0;
            if (minutes >= 1 && minutes <= DAY_MINUTES) {
                return Duration.ofMinutes(minutes);
            }
        } catch (NumberFormatException e) {
            // told below like any other wrong value
        }
        values.get(key).wrong("'" + text + "'", "minutes from 1m to 1440m");
        return Rota.NONE.after();
    }

    private static Map<String, Entry> entries(Map<String, Entry> values, String key) {
        return values.containsKey(key) ? values.get(key).entries() : Map.of();
    }

    private static String text(Map<String, Entry> values, String key) {
        return values.containsKey(key) ? values.get(key).text() : "";
    }
}
