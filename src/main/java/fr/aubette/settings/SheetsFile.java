package fr.aubette.settings;

import fr.aubette.switchboard.Sheets.Sheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code sheets.yaml}: what operators say about each motive; without the file there is no sheet. */
final class SheetsFile {

    private static final Set<String> KEYS = Set.of("say", "pieces", "link");

    private SheetsFile() {}

    /**
     * The sheets, by motive.
     *
     * @throws WrongConfiguration naming every problem of the file
     */
    static Map<String, Sheet> read(Path file, Set<String> motives) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return sheets;
        }
        Problems problems = new Problems();
        Map<String, Entry> top = YamlFile.read(file, problems).entries(Set.of("sheets"));
        if (top.containsKey("sheets")) {
            top.get("sheets").entries(motives).forEach((motive, entry) -> sheets.put(motive, sheet(entry)));
        }
        problems.stopIfAny();
        return sheets;
    }

    private static Sheet sheet(Entry entry) {
        Map<String, Entry> values = entry.entries(KEYS);
        return new Sheet(
                values.containsKey("say") ? values.get("say").text() : "",
                values.containsKey("pieces")
                        ? values.get("pieces").list().stream().map(Entry::text).toList()
                        : List.of(),
                values.containsKey("link") ? address(values.get("link")) : "");
    }

    private static String address(Entry entry) {
        String link = entry.text();
        if (!link.matches("https?://\\S+")) {
            entry.wrong("'" + link + "'", "an http(s) address");
        }
        return link;
    }
}
