package fr.aubette.settings;

import fr.aubette.classify.Routing;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the protected lane of {@code routing.yaml}. */
final class LaneEntry {

    private static final Set<String> KEYS =
            Set.of("sure", "suspected", "ordinary", "kinds", "topical", "groups", "signs");
    private static final Set<String> SIGN_KEYS = Set.of("name", "kinds", "weight", "groups");

    private LaneEntry() {}

    static Routing.Lane lane(Entry entry, Catalogue catalogue, Set<String> patterns, Map<String, Double> words) {
        Map<String, Entry> values = entry.entries(KEYS);
        KEYS.stream().filter(key -> !values.containsKey(key)).sorted().forEach(key -> entry.wrong("no " + key, "it"));
        if (!values.keySet().containsAll(KEYS)) {
            return new Routing.Lane(1, 1, 0, Map.of(), List.of(), Map.of(), List.of(), words, Map.of());
        }
        Set<String> restricted = catalogue.motives().values().stream()
                .filter(Motive::protectedLane)
                .map(Motive::code)
                .collect(Collectors.toSet());
        Map<String, String> kinds = new LinkedHashMap<>();
        needed(values, "kinds")
                .entries()
                .forEach((kind, motive) ->
                        motive.oneOf("a protected motive", restricted).ifPresent(code -> kinds.put(kind, code)));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        needed(values, "groups")
                .entries()
                .forEach((name, group) -> groups.put(name, WeightedWords.list(group, patterns)));
        return new Routing.Lane(
                needed(values, "sure").number(0, 100),
                needed(values, "suspected").number(0, 100),
                needed(values, "ordinary").number(0, 10),
                kinds,
                needed(values, "topical").allOf("a kind", kinds.keySet()),
                groups,
                needed(values, "signs").list().stream()
                        .map(sign -> sign(sign, kinds.keySet(), groups.keySet()))
                        .toList(),
                words,
                Map.of());
    }

    private static Entry needed(Map<String, Entry> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private static Routing.Sign sign(Entry entry, Set<String> kinds, Set<String> groups) {
        Map<String, Entry> values = entry.entries(SIGN_KEYS);
        SIGN_KEYS.stream()
                .filter(key -> !values.containsKey(key))
                .sorted()
                .forEach(key -> entry.wrong("no " + key, "name, kinds, weight and groups"));
        return new Routing.Sign(
                values.containsKey("name") ? values.get("name").text() : "",
                values.containsKey("kinds") ? values.get("kinds").allOf("a kind", kinds) : List.of(),
                values.containsKey("weight") ? values.get("weight").number(-20, 20) : 0,
                values.containsKey("groups") ? values.get("groups").allOf("a group", groups) : List.of());
    }
}
