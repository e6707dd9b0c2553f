package fr.aubette.settings;

import fr.aubette.classify.Routing;
import fr.aubette.model.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code routing.yaml}, and the learned weights beside it when there are any, against the catalogue. */
final class RoutingFile {

    private static final Set<String> KEYS = Set.of(
            "sure",
            "category-weight",
            "patterns",
            "numbers",
            "queues",
            "mailboxes",
            "informed",
            "machine",
            "directorates",
            "motives",
            "lane");
    private static final Set<String> LEARNED_KEYS = Set.of("directorates", "motives", "lane-words");

    /** A pattern runs over every text: whatever may repeat without a bound is refused. */
    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|\\{\\d+,\\}");

    private final Catalogue catalogue;
    private final Map<String, Entry> rules;
    private final Map<String, Entry> learned;
    private final Set<String> patterns;

    private RoutingFile(Catalogue catalogue, Map<String, Entry> rules, Map<String, Entry> learned) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.learned = learned;
        this.patterns =
                rules.containsKey("patterns") ? rules.get("patterns").entries().keySet() : Set.of();
    }

    static Routing read(Path folder, Catalogue catalogue, Problems problems) {
        Entry top = YamlFile.read(folder.resolve("routing.yaml"), problems);
        Path learnedFile = folder.resolve("routing-learned.yaml");
        Map<String, Entry> learned =
                Files.exists(learnedFile) ? YamlFile.read(learnedFile, problems).entries(LEARNED_KEYS) : Map.of();
        Map<String, Entry> rules = top.entries(KEYS);
        Stream.of("sure", "motives", "lane")
                .filter(key -> !rules.containsKey(key))
                .forEach(key -> {
                    top.wrong("no " + key, "it at the top of the file");
                });
        return new RoutingFile(catalogue, rules, learned).routing();
    }

    private Routing routing() {
        Set<String> motives = catalogue.motives().keySet();
        return new Routing(
                rules.containsKey("sure") ? rules.get("sure").number(0, 1) : 1,
                rules.containsKey("category-weight")
                        ? rules.get("category-weight").number(0, 1)
                        : 0,
                patterns(),
                both("directorates", "a directorate", catalogue.directorates().keySet()),
                both("motives", "a motive", motives),
                named("numbers", motives),
                named("queues", motives),
                named("mailboxes", motives),
                informed(),
                rules.containsKey("machine") ? WeightedWords.list(rules.get("machine"), patterns) : List.of(),
                lane());
    }

    private Map<String, String> patterns() {
        Map<String, String> found = new LinkedHashMap<>();
        if (rules.containsKey("patterns")) {
            rules.get("patterns").entries().forEach((name, entry) -> {
                if (!name.startsWith("#")) {
                    entry.wrong("'" + name + "'", "a name beginning with #");
                }
                found.put(name, pattern(entry));
            });
        }
        return found;
    }

    private static String pattern(Entry entry) {
        String written = entry.text();
        try {
            if (!UNBOUNDED.matcher(written).find()) {
                return Pattern.compile(written).pattern();
            }
            entry.wrong("'" + written + "'", "no *, + nor {n,}: what repeats must have a bound");
        } catch (PatternSyntaxException e) {
            entry.wrong("'" + written + "'", "a regular expression (" + e.getDescription() + ")");
        }
        return "\\b\\B";
    }

    /** Hand-written weights and learned ones of the same section, added up. */
    private Map<String, Map<String, Double>> both(String section, String kind, Set<String> known) {
        Map<String, Map<String, Double>> sum = new LinkedHashMap<>();
        Stream.of(rules, learned).filter(file -> file.containsKey(section)).forEach(file -> {
            file.get(section).entries().forEach((code, entry) -> {
                if (!known.contains(code)) {
                    entry.wrong("'" + code + "'", Nearest.expected(kind, code, known));
                }
                Map<String, Double> words = sum.computeIfAbsent(code, each -> new LinkedHashMap<>());
                WeightedWords.of(entry, patterns).forEach((word, weight) -> words.merge(word, weight, Double::sum));
            });
        });
        sum.keySet().retainAll(known);
        return sum;
    }

    private Map<String, String> named(String section, Set<String> motives) {
        Map<String, String> found = new LinkedHashMap<>();
        if (rules.containsKey(section)) {
            rules.get(section)
                    .entries()
                    .forEach((name, entry) ->
                            entry.oneOf("a motive", motives).ifPresent(motive -> found.put(name, motive)));
        }
        return found;
    }

    private Map<String, List<String>> informed() {
        if (!rules.containsKey("informed")) {
            return Map.of();
        }
        return rules.get("informed").entries(catalogue.directorates().keySet()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> WeightedWords.list(each.getValue(), patterns)));
    }

    private Routing.Lane lane() {
        Map<String, Double> words =
                learned.containsKey("lane-words") ? WeightedWords.of(learned.get("lane-words"), patterns) : Map.of();
        return rules.containsKey("lane")
                ? LaneEntry.lane(rules.get("lane"), catalogue, patterns, words)
                : new Routing.Lane(1, 1, Map.of(), List.of(), Map.of(), List.of(), words);
    }
}
