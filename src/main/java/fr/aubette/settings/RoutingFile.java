package fr.aubette.settings;

import fr.aubette.classify.Manner;
import fr.aubette.classify.Routing;
import fr.aubette.classify.Routing.Calibration;
import fr.aubette.classify.SecondWeights;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Partner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
            "second",
            "category-weight",
            "patterns",
            "numbers",
            "queues",
            "mailboxes",
            "informed",
            "second-perhaps",
            "companions",
            "objects",
            "instead",
            "machine",
            "machine-words",
            "directorates",
            "motives",
            "lane",
            "sentence-model");
    private static final Set<String> LEARNED_KEYS = Set.of(
            "directorates",
            "motives",
            "lane-words",
            "lane-signs",
            "lane-kinds",
            "confidence",
            "manner",
            "second-topic");

    private static final Set<String> NO_LABELS = Set.of("rarity", "certainty");

    /** A pattern runs over every text: whatever may repeat without a bound is refused. */
    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|\\{\\d+,\\}");

    /** As much as a strong word. */
    private static final double PARTNER = 2.0;

    private final Path folder;
    private final Catalogue catalogue;
    private final Map<String, Entry> rules;
    private final Map<String, Entry> learned;
    private final Set<String> patterns;

    private RoutingFile(Path folder, Catalogue catalogue, Map<String, Entry> rules, Map<String, Entry> learned) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.rules = rules;
        this.learned = learned;
        this.patterns =
                rules.containsKey("patterns") ? rules.get("patterns").entries().keySet() : Set.of();
    }

    static Routing read(Path folder, Catalogue catalogue, Problems problems) {
        Path learnedFile = folder.resolve("routing-learned.yaml");
        Map<String, Entry> learned =
                Files.exists(learnedFile) ? YamlFile.read(learnedFile, problems).entries(LEARNED_KEYS) : Map.of();
        return read(folder, catalogue, learned, problems);
    }

    static Routing byHand(Path folder, Catalogue catalogue, Problems problems) {
        return read(folder, catalogue, Map.of(), problems);
    }

    private static Routing read(Path folder, Catalogue catalogue, Map<String, Entry> learned, Problems problems) {
        Entry top = YamlFile.read(folder.resolve("routing.yaml"), problems);
        Map<String, Entry> rules = top.entries(KEYS);
        Stream.of("sure", "motives", "lane")
                .filter(key -> !rules.containsKey(key))
                .forEach(key -> {
                    top.wrong("no " + key, "it at the top of the file");
                });
        return new RoutingFile(folder, catalogue, rules, learned).routing();
    }

    private Routing routing() {
        Set<String> motives = catalogue.motives().keySet();
        return new Routing(
                rules.containsKey("sure") ? rules.get("sure").number(0, 1) : 1,
                rules.containsKey("second") ? rules.get("second").number(0, 1) : 1,
                rules.containsKey("second-perhaps")
                        ? rules.get("second-perhaps").number(0, 1)
                        : 1,
                rules.containsKey("category-weight")
                        ? rules.get("category-weight").number(0, 1)
                        : 0,
                patterns(),
                both("directorates", "a directorate", catalogue.directorates().keySet()),
                withPartners(both("motives", "a motive", motives)),
                named("numbers", motives),
                named("queues", motives),
                named("mailboxes", motives),
                informed(),
                companions(),
                rules.containsKey("machine") ? WeightedWords.list(rules.get("machine"), patterns) : List.of(),
                rules.containsKey("machine-words") ? WeightedWords.of(rules.get("machine-words"), patterns) : Map.of(),
                lane(),
                calibration(),
                manner(),
                seconds(),
                FactEntries.facts(rules, catalogue.motives().keySet(), patterns),
                rules.containsKey("sentence-model")
                        ? SentencePlace.read(folder, rules.get("sentence-model"), motives)
                        : SentenceTerm.none());
    }

    private SecondWeights seconds() {
        if (!learned.containsKey("second-topic")) {
            return SecondWeights.byHand();
        }
        Map<String, Entry> values = learned.get("second-topic").entries(Set.of("ordinary", "danger"));
        return new SecondWeights(weights(values, "ordinary"), weights(values, "danger"));
    }

    private static Map<String, Double> weights(Map<String, Entry> sections, String section) {
        Map<String, Double> found = new HashMap<>();
        if (sections.containsKey(section)) {
            sections.get(section).entries().forEach((name, weight) -> found.put(name, weight.number(-50, 50)));
        }
        return found;
    }

    private Manner manner() {
        if (!learned.containsKey("manner")) {
            return Manner.none();
        }
        Map<String, Double> offsets = new HashMap<>();
        Map<String, Map<String, Double>> signs = new HashMap<>();
        Map<String, String> pieces = new HashMap<>();
        Map<String, Entry> labels = learned.get("manner").entries();
        labels.forEach((label, entry) -> {
            if (!NO_LABELS.contains(label)) {
                Map<String, Entry> values = entry.entries(Set.of("offset", "signs", "pieces"));
                offsets.put(
                        label,
                        values.containsKey("offset") ? values.get("offset").number(-20, 20) : 0);
                Map<String, Double> own = new HashMap<>();
                if (values.containsKey("signs")) {
                    values.get("signs").entries().forEach((sign, weight) -> own.put(sign, weight.number(-50, 50)));
                }
                signs.put(label, own);
                pieces.put(
                        label,
                        values.containsKey("pieces") ? values.get("pieces").text() : "");
            }
        });
        return new Manner(
                offsets,
                signs,
                labels.containsKey("rarity") ? labels.get("rarity").text() : "",
                pieces,
                labels.containsKey("certainty") ? certainty(labels.get("certainty")) : Manner.Certainty.none());
    }

    private static Manner.Certainty certainty(Entry entry) {
        Map<String, Entry> values = entry.entries(Set.of("offset", "danger", "kind"));
        return new Manner.Certainty(
                values.containsKey("offset") ? values.get("offset").number(-20, 20) : 0,
                values.containsKey("danger") ? values.get("danger").number(0, 20) : 0,
                values.containsKey("kind") ? values.get("kind").number(0, 20) : 0);
    }

    private Calibration calibration() {
        return learned.containsKey("confidence")
                ? SentencePlace.calibration(learned.get("confidence"))
                : Calibration.none();
    }

    private Map<String, Double> signs() {
        Map<String, Double> found = new LinkedHashMap<>();
        if (learned.containsKey("lane-signs")) {
            learned.get("lane-signs").entries().forEach((name, weight) -> found.put(name, weight.number(-20, 20)));
        }
        return found;
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

    /** A partner's names speak for all its motives that have words of their own. */
    private Map<String, Map<String, Double>> withPartners(Map<String, Map<String, Double>> words) {
        words.forEach((code, weights) -> {
            Partner partner = catalogue.partners().get(catalogue.motive(code).partner());
            if (partner != null) {
                partner.names().stream()
                        .filter(name -> !name.startsWith("#") || patterns.contains(name))
                        .forEach(name -> weights.merge(name, PARTNER, Double::sum));
            }
        });
        return words;
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

    private List<Routing.Companion> companions() {
        return rules.containsKey("companions")
                ? rules.get("companions").list().stream().map(this::companion).toList()
                : List.of();
    }

    private Routing.Companion companion(Entry entry) {
        Map<String, Entry> values = entry.entries(Set.of("first", "second", "words"));
        Set<String> directorates = catalogue.directorates().keySet();
        Stream.of("first", "second", "words")
                .filter(key -> !values.containsKey(key))
                .forEach(key -> {
                    entry.wrong("no " + key, "first, second and words");
                });
        return new Routing.Companion(
                values.containsKey("first") ? values.get("first").allOf("a directorate", directorates) : List.of(),
                values.containsKey("second")
                        ? values.get("second")
                                .oneOf("a directorate", directorates)
                                .orElse("")
                        : "",
                values.containsKey("words") ? WeightedWords.list(values.get("words"), patterns) : List.of());
    }

    private Routing.Lane lane() {
        Map<String, Double> words =
                learned.containsKey("lane-words") ? WeightedWords.of(learned.get("lane-words"), patterns) : Map.of();
        return rules.containsKey("lane")
                ? withLearned(LaneEntry.lane(rules.get("lane"), catalogue, patterns, words))
                : new Routing.Lane(1, 1, 0, Map.of(), List.of(), Map.of(), List.of(), words, Map.of());
    }

    /** A sign whose weight was learned has that one; a learned sign that the rules no longer name is nothing. */
    private Routing.Lane withLearned(Routing.Lane lane) {
        Map<String, Double> learnedSigns = signs();
        return new Routing.Lane(
                lane.sure(),
                lane.suspected(),
                lane.ordinary(),
                lane.kinds(),
                lane.topical(),
                lane.groups(),
                lane.signs().stream()
                        .map(sign -> new Routing.Sign(
                                sign.name(),
                                sign.kinds(),
                                learnedSigns.getOrDefault(sign.name(), sign.weight()),
                                sign.groups()))
                        .toList(),
                lane.words(),
                kindWords(lane.kinds().keySet()));
    }

    private Map<String, Map<String, Double>> kindWords(Set<String> kinds) {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        if (learned.containsKey("lane-kinds")) {
            learned.get("lane-kinds")
                    .entries(kinds)
                    .forEach((kind, entry) -> found.put(kind, WeightedWords.of(entry, patterns)));
        }
        return found;
    }
}
