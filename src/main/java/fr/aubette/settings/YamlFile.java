package fr.aubette.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML file as nodes, which know their lines. */
final class YamlFile {

    /** A configuration file is written by hand; a larger one is a mistake. */
    private static final int MAX_CODE_POINTS = 5_000_000;

    private YamlFile() {}

    /** The file's top entry; an empty one, with the problem noted, when the file cannot be read. */
    static Entry read(Path file, Problems problems) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), problems);
        } catch (NoSuchFileException e) {
            return nothing(file, problems, 1, "no such file", "the file");
        } catch (CharacterCodingException e) {
            return nothing(file, problems, 1, "bytes that are not UTF-8", "UTF-8 text");
        } catch (IOException e) {
            return nothing(file, problems, 1, "a file that cannot be read", "a readable file");
        }
    }

    private static Entry parse(String file, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setMaxAliasesForCollections(50);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            return root == null
                    ? nothing(Path.of(file), problems, 1, "nothing", "keys and values")
                    : new Entry(file, "", root, problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return nothing(Path.of(file), problems, line, String.valueOf(e.getProblem()), "well-formed YAML");
        } catch (YAMLException e) {
            return nothing(Path.of(file), problems, 1, String.valueOf(e.getMessage()), "well-formed YAML");
        }
    }

    private static Entry nothing(Path file, Problems problems, int line, String found, String expected) {
        problems.add(new Problem(file.toString(), line, "(file)", found, expected));
        Node empty = new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
        return new Entry(file.toString(), "", empty, problems);
    }
}
