package fr.aubette.settings;

import fr.aubette.classify.Routing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what decides whatever the weights say, from {@code objects} and {@code instead} of {@code routing.yaml}. */
final class FactEntries {

    private static final Set<String> KEYS = Set.of("of", "to", "words", "why");

    private FactEntries() {}

    static Routing.Facts facts(Map<String, Entry> rules, Set<String> motives, Set<String> patterns) {
        Map<String, List<String>> objects = new LinkedHashMap<>();
        if (rules.containsKey("objects")) {
            rules.get("objects")
                    .entries(motives)
                    .forEach((motive, phrases) -> objects.put(motive, WeightedWords.list(phrases, patterns)));
        }
        List<Routing.Instead> instead = rules.containsKey("instead")
                ? rules.get("instead").list().stream()
                        .map(each -> instead(each, motives, patterns))
                        .toList()
                : List.of();
        return new Routing.Facts(objects, instead);
    }

    private static Routing.Instead instead(Entry entry, Set<String> motives, Set<String> patterns) {
        Map<String, Entry> values = entry.entries(KEYS);
        KEYS.stream().filter(key -> !values.containsKey(key)).forEach(key -> {
            entry.wrong("no " + key, "of, to, words and why");
        });
        return new Routing.Instead(
                values.containsKey("of") ? values.get("of").allOf("a motive", motives) : List.of(),
                values.containsKey("to")
                        ? values.get("to").oneOf("a motive", motives).orElse("")
                        : "",
                values.containsKey("words")
                        ? values.get("words").list().stream()
                                .map(any -> WeightedWords.list(any, patterns))
                                .toList()
                        : List.of(),
                values.containsKey("why") ? values.get("why").text() : "");
    }
}
