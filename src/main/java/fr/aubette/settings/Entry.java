package fr.aubette.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a YAML file: every question about it that goes wrong becomes a problem with its line. */
final class Entry {

    private final String file;
    private final String key;
    private final Node node;
    private final Problems problems;

    Entry(String file, String key, Node node, Problems problems) {
        this.file = file;
        this.key = key;
        this.node = node;
        this.problems = problems;
    }

    /** Notes a problem at this place. */
    void wrong(String found, String expected) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        problems.add(new Problem(file, line, key.isEmpty() ? "(file)" : key, found, expected));
    }

    /** Its entries in order, whatever their keys; a key given twice is a problem. */
    Map<String, Entry> entries() {
        Map<String, Entry> found = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(describe(), "keys and values");
            return found;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
                Entry entry = new Entry(file, path, tuple.getValueNode(), problems);
                if (found.putIfAbsent(name.getValue(), entry) != null) {
                    new Entry(file, path, name, problems).wrong("the same key again", "each key once");
                }
            } else {
                new Entry(file, key, tuple.getKeyNode(), problems).wrong("a key that is not a word", "a word");
            }
        }
        return found;
    }

    /** Its entries, all of whose keys must be among these. */
    Map<String, Entry> entries(Set<String> known) {
        Map<String, Entry> found = entries();
        found.forEach((name, entry) -> {
            if (!known.contains(name)) {
                entry.wrong("unknown key '" + name + "'", Nearest.expected("a known key", name, known));
            }
        });
        return found;
    }

    /** A text that is not blank. */
    String text() {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        wrong(describe(), "a text");
        return "";
    }

    boolean flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            String value = scalar.getValue().toLowerCase(Locale.ROOT);
            if (Set.of("true", "false").contains(value)) {
                return value.equals("true");
            }
        }
        wrong(describe(), "true or false");
        return false;
    }

    /** A whole number between these bounds; the lower bound when it is not. */
    int whole(int least, int most) {
        try {
            int value = node instanceof ScalarNode scalar ? Integer.parseInt(scalar.getValue()) : least - 1;
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below like any other wrong value
        }
        wrong(describe(), "a whole number from " + least + " to " + most);
        return least;
    }

    /** A number between these bounds; the lower bound when it is not. */
    double number(double least, double most) {
        try {
            double value = node instanceof ScalarNode scalar ? Double.parseDouble(scalar.getValue()) : Double.NaN;
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below like any other wrong value
        }
        wrong(describe(), "a number from " + least + " to " + most);
        return least;
    }

    /** The members of a list, each with its line. */
    List<Entry> list() {
        List<Entry> members = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node member : sequence.getValue()) {
                members.add(new Entry(file, key, member, problems));
            }
        } else {
            wrong(describe(), "a list");
        }
        return members;
    }

    /** One of these names, of that kind; empty, with the problem noted, when it is none. */
    Optional<String> oneOf(String kind, Collection<String> known) {
        String value = text();
        if (known.contains(value)) {
            return Optional.of(value);
        }
        if (!value.isEmpty()) {
            wrong("'" + value + "'", Nearest.expected(kind, value, known));
        }
        return Optional.empty();
    }

    /** A list whose members are all of these names. */
    List<String> allOf(String kind, Collection<String> known) {
        return list().stream()
                .flatMap(member -> member.oneOf(kind, known).stream())
                .toList();
    }

    private String describe() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? "nothing" : "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "keys and values";
    }
}
