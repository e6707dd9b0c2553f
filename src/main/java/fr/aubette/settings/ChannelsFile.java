package fr.aubette.settings;

import fr.aubette.model.ChannelKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code channels.yaml}: the sources of this département. */
public final class ChannelsFile {

    private static final String NAME = "[a-z][a-z0-9-]{0,40}";

    private ChannelsFile() {}

    /**
     * A source to read.
     *
     * @param name its own name, unique among its kind: with it items are told apart for ever
     * @param kind which channel
     * @param parameters of the kind's route template
     */
    public record Source(String name, ChannelKind kind, Map<String, String> parameters) {}

    /**
     * The sources of a file, checked against what their templates ask for.
     *
     * @param declared for each kind that has a template its parameters, with their defaults; empty: must be given
     * @param resolve gives a value its environment variables
     * @throws WrongConfiguration naming every problem
     */
    public static List<Source> read(
            Path file, Map<ChannelKind, Map<String, Optional<String>>> declared, Function<String, String> resolve) {
        Problems problems = new Problems();
        Map<String, Entry> top = YamlFile.read(file, problems).entries(Set.of("channels"));
        Map<String, Entry> channels =
                top.containsKey("channels") ? top.get("channels").entries() : Map.of();
        List<Source> sources = channels.entrySet().stream()
                .flatMap(each -> source(each.getKey(), each.getValue(), declared, resolve).stream())
                .toList();
        problems.stopIfAny();
        return sources;
    }

    private static Optional<Source> source(
            String name,
            Entry entry,
            Map<ChannelKind, Map<String, Optional<String>>> declared,
            Function<String, String> resolve) {
        if (!name.matches(NAME)) {
            entry.wrong("the name '" + name + "'", "lower-case letters, digits and hyphens");
        }
        Map<String, Entry> values = new LinkedHashMap<>(entry.entries());
        Entry kindEntry = values.remove("kind");
        if (kindEntry == null) {
            entry.wrong("no kind", "kind: " + String.join(" | ", codes(declared)));
            return Optional.empty();
        }
        Optional<ChannelKind> kind =
                kindEntry.oneOf("a kind of channel", codes(declared)).map(ChannelKind::ofCode);
        return kind.map(known ->
                new Source(name, known, parameters(entry, values, declared.getOrDefault(known, Map.of()), resolve)));
    }

    private static Map<String, String> parameters(
            Entry entry,
            Map<String, Entry> values,
            Map<String, Optional<String>> declared,
            Function<String, String> resolve) {
        Map<String, String> given = new TreeMap<>();
        values.forEach((key, value) -> {
            if (declared.containsKey(key)) {
                given.put(key, resolve.apply(value.text()));
            } else {
                value.wrong("unknown key '" + key + "'", Nearest.expected("a known key", key, declared.keySet()));
            }
        });
        declared.forEach((key, standard) -> {
            if (standard.isEmpty() && !given.containsKey(key) && !key.equals("name")) {
                entry.wrong("no " + key, key + ": it has no default");
            }
        });
        return given;
    }

    private static Set<String> codes(Map<ChannelKind, Map<String, Optional<String>>> declared) {
        return Arrays.stream(ChannelKind.values())
                .filter(declared::containsKey)
                .map(ChannelKind::code)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
