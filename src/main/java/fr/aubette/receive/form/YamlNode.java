package fr.aubette.receive.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map of a YAML file whose every complaint names file, line, key, value and what was expected. */
final class YamlNode {

    private final String file;
    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    /**
     * Reads one map.
     *
     * @param keys what it may hold; any other key is a mistake, most often of spelling
     */
    YamlNode(String file, Node node, Set<String> keys) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode map)) {
            throw wrong(node, "this", "is no map", "the keys " + keys);
        }
        for (NodeTuple entry : map.getValue()) {
            String key = scalar(entry.getKeyNode(), "a key");
            if (!keys.contains(key)) {
                throw wrong(entry.getKeyNode(), key, "is unknown", "one of " + keys);
            }
            if (entries.put(key, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), key, "is given twice", "it once");
            }
        }
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(node, key, "is missing", "a text"));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(entries.get(key)).map(value -> scalar(value, key));
    }

    /** A whole number in these bounds. */
    int number(String key, int otherwise, int least, int most) {
        String text = optional(key).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw (IllegalStateException)
                    wrong(key, "a number in " + least + ".." + most).initCause(e);
        }
        throw wrong(key, "a number in " + least + ".." + most);
    }

    YamlNode map(String key, Set<String> keys) {
        Node value = entries.get(key);
        if (value == null) {
            throw wrong(node, key, "is missing", "the keys " + keys);
        }
        return new YamlNode(file, value, keys);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    List<YamlNode> list(String key, Set<String> keys) {
        Node value = entries.get(key);
        if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw wrong(value == null ? node : value, key, "is missing or empty", "a list");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item, keys)));
        return items;
    }

    /** The complaint that this key's value is wrong. */
    IllegalStateException wrong(String key, String expected) {
        Node value = entries.getOrDefault(key, node);
        String is = value instanceof ScalarNode scalar ? "is '" + scalar.getValue() + "'" : "is wrong";
        return wrong(value, key, is, expected);
    }

    private String scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw wrong(value, key, "is no text", "a text");
    }

    private IllegalStateException wrong(Node at, String key, String is, String expected) {
        int line = at.getStartMark().getLine() + 1;
        return new IllegalStateException(file + ", line " + line + ": " + key + " " + is + ", expected " + expected);
    }
}
