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
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code channels.yaml}: the sources of this département. */
public final class ChannelsFile {

    private static final String NAME = "[a-z][a-z0-9-]{0,40}";

    private ChannelsFile() {}

    /**
     * A source to read.
     *
     * @param name its own name, unique among its kind: with it items are told apart for ever
     * @param kind which channel
     * @param door which of the channel's templates: its code, or with what it is reached by, {@code letter-sftp}
     * @param parameters of the door's route template
     */
    public record Source(String name, ChannelKind kind, String door, Map<String, String> parameters) {}

    /** The channel of a template's door; empty when no channel is so called. */
    public static Optional<ChannelKind> channelOf(String door) {
        return Arrays.stream(ChannelKind.values())
                .filter(kind -> door.equals(kind.code()) || door.startsWith(kind.code() + "-"))
                .findFirst();
    }

    /**
     * The sources of a file, checked against what their templates ask for.
     *
     * @param declared for each door that has a template its parameters, with their defaults; empty: must be given
     * @param resolve gives a value its environment variables
     * @throws WrongConfiguration naming every problem
     */
    public static List<Source> read(
            Path file, Map<String, Map<String, Optional<String>>> declared, Function<String, String> resolve) {
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
            Map<String, Map<String, Optional<String>>> declared,
            Function<String, String> resolve) {
        if (!name.matches(NAME)) {
            entry.wrong("the name '" + name + "'", "lower-case letters, digits and hyphens");
        }
        Map<String, Entry> values = new LinkedHashMap<>(entry.entries());
        Entry kindEntry = values.remove("kind");
        if (kindEntry == null) {
            entry.wrong("no kind", "kind: " + String.join(" | ", new TreeSet<>(declared.keySet())));
            return Optional.empty();
        }
        return kindEntry
                .oneOf("a kind of channel", new TreeSet<>(declared.keySet()))
                .flatMap(door -> channelOf(door)
                        .map(kind -> new Source(
                                name,
                                kind,
                                door,
                                parameters(entry, values, declared.getOrDefault(door, Map.of()), resolve))));
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
}
