package fr.aubette.settings;

import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.Motive.Approval;
import fr.aubette.model.Motive.Clock;
import fr.aubette.model.Motive.Contribution;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code motives.yaml} against the directorates already read. */
final class MotivesFile {

    private static final Set<String> MOTIVE_KEYS = Set.of(
            "label",
            "directorate",
            "service",
            "partner",
            "informed",
            "contributions",
            "protected",
            "hidden",
            "urgent",
            "clocks",
            "answer",
            "receipt",
            "appeal",
            "retention",
            "sheet",
            "forms");
    private static final Set<String> APPROVAL_KEYS = Set.of("visas", "signature");
    private static final Set<String> CONTRIBUTION_KEYS = Set.of("directorate", "amount", "unit");

    private final Set<String> directorates;
    private final Set<String> partners;
    private final Entry top;
    private final Path templates;

    private MotivesFile(Set<String> directorates, Set<String> partners, Entry top, Path templates) {
        this.templates = templates;
        this.directorates = directorates;
        this.partners = partners;
        this.top = top;
    }

    static Map<String, Motive> read(Path file, Set<String> directorates, Set<String> partners, Problems problems) {
        return new MotivesFile(directorates, partners, YamlFile.read(file, problems), file.resolveSibling("templates"))
                .motives();
    }

    private Map<String, Motive> motives() {
        Map<String, Entry> sections = top.entries(Set.of("clocks", "appeals", "motives"));
        Map<String, Clock> clocks = new LinkedHashMap<>();
        if (sections.containsKey("clocks")) {
            sections.get("clocks").entries().forEach((name, entry) -> clocks.put(name, ClockEntry.clock(entry)));
        }
        GuideEntry guides = new GuideEntry(
                templates,
                sections.containsKey("appeals") ? sections.get("appeals").entries() : Map.of());
        Map<String, Motive> motives = new LinkedHashMap<>();
        if (sections.containsKey("motives")) {
            sections.get("motives")
                    .entries()
                    .forEach((code, entry) -> motives.put(code, motive(code, entry, clocks, guides)));
        }
        if (!motives.containsKey(Matter.TRIAGE)) {
            top.wrong("no motive " + Matter.TRIAGE, "it, for what nothing is sure enough of");
        }
        return motives;
    }

    private Motive motive(String code, Entry entry, Map<String, Clock> known, GuideEntry guides) {
        if (!DirectoratesFile.CODE.matcher(code).matches()) {
            entry.wrong("code '" + code + "'", "capitals, digits and underscores");
        }
        Map<String, Entry> values = entry.entries(MOTIVE_KEYS);
        Stream.of("label", "directorate")
                .filter(key -> !values.containsKey(key))
                .forEach(key -> {
                    entry.wrong("no " + key, "a " + key);
                });
        List<Clock> clocks = clocks(values, known);
        return new Motive(
                code,
                text(values, "label", code),
                directorate(values),
                text(values, "service", ""),
                values.containsKey("informed")
                        ? values.get("informed").allOf("a directorate", directorates)
                        : List.of(),
                flag(values, "protected"),
                flag(values, "hidden"),
                clocks,
                flag(values, "urgent"),
                partner(values),
                contributions(values),
                approval(values),
                guides.guide(entry, values, clocks));
    }

    /** Posts are held against {@code signatures.yaml} by {@link SignaturesFile}. */
    private static Approval approval(Map<String, Entry> values) {
        if (!values.containsKey("answer")) {
            return Approval.NONE;
        }
        Map<String, Entry> asked = values.get("answer").entries(APPROVAL_KEYS);
        List<String> visas = asked.containsKey("visas")
                ? asked.get("visas").list().stream().map(Entry::text).toList()
                : List.of();
        return new Approval(visas, flag(asked, "signature"));
    }

    private String directorate(Map<String, Entry> values) {
        return values.containsKey("directorate")
                ? values.get("directorate").oneOf("a directorate", directorates).orElse("")
                : "";
    }

    /** Without any partner in partners.yaml, motives may name whom they like. */
    private String partner(Map<String, Entry> values) {
        return partners.isEmpty() || !values.containsKey("partner")
                ? text(values, "partner", "")
                : values.get("partner")
                        .oneOf("a partner of partners.yaml", partners)
                        .orElse("");
    }

    private static List<Clock> clocks(Map<String, Entry> values, Map<String, Clock> known) {
        if (!values.containsKey("clocks")) {
            return List.of();
        }
        return values.get("clocks").allOf("a clock of this file", known.keySet()).stream()
                .flatMap(name -> Stream.ofNullable(known.get(name)))
                .collect(Collectors.toList());
    }

    private List<Contribution> contributions(Map<String, Entry> values) {
        return values.containsKey("contributions")
                ? values.get("contributions").list().stream()
                        .map(this::contribution)
                        .toList()
                : List.of();
    }

    private Contribution contribution(Entry entry) {
        Map<String, Entry> values = entry.entries(CONTRIBUTION_KEYS);
        CONTRIBUTION_KEYS.stream()
                .filter(key -> !values.containsKey(key))
                .sorted()
                .forEach(key -> entry.wrong("no " + key, "directorate, amount and unit"));
        return new Contribution(directorate(values), ClockEntry.amount(values), ClockEntry.unit(values));
    }

    private static String text(Map<String, Entry> values, String key, String otherwise) {
        return values.containsKey(key) ? values.get(key).text() : otherwise;
    }

    private static boolean flag(Map<String, Entry> values, String key) {
        return values.containsKey(key) && values.get(key).flag();
    }
}
