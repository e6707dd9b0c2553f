package fr.aubette.settings;

import fr.aubette.model.Motive.Clock;
import fr.aubette.model.Motive.Guide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what helps to answer a motive of {@code motives.yaml}: its acknowledgement, appeals, retention and sheet. */
final class GuideEntry {

    /** Keys of a motive that are read here. */
    static final Set<String> KEYS = Set.of("receipt", "appeal", "retention", "sheet", "forms");

    private static final Set<String> SHEET_KEYS = Set.of("say", "pieces", "link");

    /** Kinds of deadlines that say what follows from silence. */
    private static final Set<String> SILENT = Set.of("IMPLIED_REJECTION", "IMPLIED_ACCEPTANCE", "DECISION");

    private static final String ACCEPTANCE = "IMPLIED_ACCEPTANCE";

    /** Months in a century: archives keep longer, this program does not. */
    private static final int LONGEST = 1200;

    private final Path templates;
    private final Map<String, Entry> appeals;

    GuideEntry(Path templates, Map<String, Entry> appeals) {
        this.templates = templates;
        this.appeals = appeals;
    }

    Guide guide(Entry motive, Map<String, Entry> values, List<Clock> clocks) {
        Map<String, Entry> sheet =
                values.containsKey("sheet") ? values.get("sheet").entries(SHEET_KEYS) : Map.of();
        Guide guide = new Guide(
                receipt(values),
                appeal(values),
                values.containsKey("retention") ? values.get("retention").whole(1, LONGEST) : 0,
                text(sheet, "say"),
                sheet.containsKey("pieces")
                        ? sheet.get("pieces").list().stream().map(Entry::text).toList()
                        : List.of(),
                link(sheet),
                forms(values));
        if (!guide.receipt().isBlank()) {
            acknowledgeable(motive, guide, clocks);
        }
        return guide;
    }

    /** What it could not state would stop each acknowledgement (CRPA R112-5). */
    private static void acknowledgeable(Entry motive, Guide guide, List<Clock> clocks) {
        List<String> kinds = clocks.stream().map(Clock::kind).toList();
        if (kinds.stream().noneMatch(SILENT::contains)) {
            motive.wrong("a receipt without a clock that says what silence means", "one of " + SILENT);
        } else if (guide.appeal().isBlank() && !kinds.contains(ACCEPTANCE)) {
            motive.wrong("a receipt without ways of appeal", "appeal: one of the appeals of this file");
        }
    }

    private String receipt(Map<String, Entry> values) {
        String code = text(values, "receipt");
        if (values.containsKey("receipt")
                && Files.isDirectory(templates)
                && !Files.exists(templates.resolve(code + ".yaml"))) {
            values.get("receipt").wrong("'" + code + "'", "a file of templates/, without its ending");
        }
        return code;
    }

    private String appeal(Map<String, Entry> values) {
        return values.containsKey("appeal")
                ? values.get("appeal")
                        .oneOf("an appeal of this file", appeals.keySet())
                        .flatMap(name -> Optional.ofNullable(appeals.get(name)))
                        .map(Entry::text)
                        .orElse("")
                : "";
    }

    private static List<String> forms(Map<String, Entry> values) {
        if (!values.containsKey("forms")) {
            return List.of();
        }
        List<Entry> given = values.get("forms").list();
        given.stream()
                .filter(each -> !each.text().matches("\\d{5}"))
                .forEach(each -> each.wrong("'" + each.text() + "'", "the five digits of a CERFA form"));
        return given.stream().map(Entry::text).toList();
    }

    private static String link(Map<String, Entry> sheet) {
        String link = text(sheet, "link");
        if (sheet.containsKey("link") && !link.matches("https?://\\S+")) {
            sheet.get("link").wrong("'" + link + "'", "an http(s) address");
        }
        return link;
    }

    private static String text(Map<String, Entry> values, String key) {
        return values.containsKey(key) ? values.get(key).text() : "";
    }
}
