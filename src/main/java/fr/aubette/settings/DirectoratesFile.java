package fr.aubette.settings;

import fr.aubette.model.Directorate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code directorates.yaml}. */
final class DirectoratesFile {

    /** A code names a queue and a broker account: nothing but capitals, digits and underscores. */
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,49}");

    private static final Set<String> KEYS =
            Set.of("label", "takes", "restricted", "walled", "case-file-url", "address", "phone");

    private final Map<String, Directorate> directorates = new LinkedHashMap<>();
    private final Map<String, List<Entry>> walls = new LinkedHashMap<>();

    DirectoratesFile(Path file, Problems problems) {
        Entry top = YamlFile.read(file, problems);
        Map<String, Entry> sections = top.entries(Set.of("directorates"));
        if (sections.containsKey("directorates")) {
            sections.get("directorates").entries().forEach((code, entry) -> {
                if (!CODE.matcher(code).matches()) {
                    entry.wrong("code '" + code + "'", "capitals, digits and underscores");
                }
                directorates.put(code, directorate(code, entry));
            });
        }
        if (directorates.isEmpty()) {
            top.wrong("no directorate", "at least one under 'directorates'");
        }
    }

    Map<String, Directorate> directorates() {
        return directorates;
    }

    /**
     * A wall around a service that no motive names would protect nobody.
     *
     * @param services each as its directorate's code, a dot, its own code
     */
    void checkWalls(Set<String> services) {
        walls.forEach((directorate, entries) -> entries.stream()
                .filter(entry -> !services.contains(directorate + "." + entry.text()))
                .forEach(entry -> entry.wrong("'" + entry.text() + "'", "a service of it that motives.yaml names")));
    }

    private Directorate directorate(String code, Entry entry) {
        Map<String, Entry> values = entry.entries(KEYS);
        if (!values.containsKey("label")) {
            entry.wrong("no label", "label: its name as citizens read it");
        }
        String label = values.containsKey("label") ? values.get("label").text() : code;
        boolean restricted =
                values.containsKey("restricted") && values.get("restricted").flag();
        List<Entry> walled = values.containsKey("walled") ? values.get("walled").list() : List.of();
        walls.put(code, walled);
        return new Directorate(
                code,
                label,
                takes(values),
                restricted,
                url(values),
                walled.stream().map(Entry::text).toList(),
                text(values, "address"),
                text(values, "phone"));
    }

    private static String text(Map<String, Entry> values, String key) {
        return values.containsKey(key) ? values.get(key).text() : "";
    }

    private static Directorate.Takes takes(Map<String, Entry> values) {
        if (!values.containsKey("takes")) {
            return Directorate.Takes.BOTH;
        }
        return values.get("takes")
                .oneOf("a way to take tickets", Set.of("both", "queue", "console"))
                .map(name -> Directorate.Takes.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Directorate.Takes.BOTH);
    }

    private static String url(Map<String, Entry> values) {
        if (!values.containsKey("case-file-url")) {
            return "";
        }
        String url = values.get("case-file-url").text();
        if (!url.matches("https?://\\S+") || !url.contains("{number}")) {
            values.get("case-file-url").wrong("'" + url + "'", "an http(s) address with {number} in it");
        }
        return url;
    }
}
