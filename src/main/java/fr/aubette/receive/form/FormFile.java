package fr.aubette.receive.form;

import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDefinition.Field;
import fr.aubette.model.FormDefinition.Kind;
import fr.aubette.model.FormDefinition.Need;
import fr.aubette.model.FormDefinition.Option;
import fr.aubette.model.FormDefinition.Section;
import fr.aubette.model.FormDefinition.Words;
import fr.aubette.typed.Names;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of {@code config/forms}; a mistake stops the start and says where it is. */
final class FormFile {

    private static final Set<String> FORM = Set.of("title", "intro", "next", "sections");
    private static final Set<String> SECTION = Set.of("title", "fields");
    private static final Set<String> FIELD =
            Set.of("name", "kind", "need", "max", "label", "help", "autocomplete", "options");
    private static final Set<String> OPTION = Set.of("value", "label");
    private static final Set<String> WORDS = Set.of("fr", "en");

    /** Longest text when the file does not say. */
    private static final int USUAL_LENGTH = 200;

    private final Path path;
    private final int longest;
    private final Set<String> seen = new HashSet<>();

    private FormFile(Path path, int longest) {
        this.path = path;
        this.longest = longest;
    }

    /**
     * The form that the file describes.
     *
     * @param longest most characters that any field may allow
     * @throws IllegalStateException naming file, line, key, value and what was expected
     */
    static FormDefinition read(Path path, int longest) throws IOException {
        return new FormFile(path, longest).read();
    }

    private FormDefinition read() throws IOException {
        String code = String.valueOf(path.getFileName()).replaceAll("\\.yaml$", "");
        if (!code.matches("[a-z0-9][a-z0-9-]{0,49}")) {
            throw new IllegalStateException(path + ": the file's name must be lower-case letters, digits and hyphens");
        }
        YamlNode form = new YamlNode(path.toString(), root(), FORM);
        List<Section> sections =
                form.list("sections", SECTION).stream().map(this::section).toList();
        return new FormDefinition(code, words(form, "title"), words(form, "intro"), words(form, "next"), sections);
    }

    private Node root() throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new IllegalStateException(path + ", line 1: the file is empty, expected the keys " + FORM);
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalStateException(path + ", line " + line + ": this is no YAML, " + e.getProblem(), e);
        }
    }

    private Section section(YamlNode section) {
        return new Section(
                words(section, "title"),
                section.list("fields", FIELD).stream().map(this::field).toList());
    }

    private Field field(YamlNode field) {
        String name = field.text("name");
        if (!Names.canonical(name).equals(name)) {
            throw field.wrong("name", "'" + Names.canonical(name) + "', the one name of this");
        }
        if (!seen.add(name)) {
            throw field.wrong("name", "a name that no other field of the form has");
        }
        Kind kind = one(field, "kind", Kind.TEXT);
        return new Field(
                name,
                kind,
                one(field, "need", Need.NO),
                field.number("max", Math.min(USUAL_LENGTH, longest), 1, longest),
                words(field, "label"),
                field.has("help") ? words(field, "help") : Words.NONE,
                field.optional("autocomplete").orElse(""),
                options(field, kind));
    }

    private static List<Option> options(YamlNode field, Kind kind) {
        if (kind != Kind.SELECT) {
            if (field.has("options")) {
                throw field.wrong("options", "none for a field of kind " + code(kind));
            }
            return List.of();
        }
        return field.list("options", OPTION).stream()
                .map(option -> new Option(option.text("value"), words(option, "label")))
                .toList();
    }

    private static Words words(YamlNode node, String key) {
        YamlNode words = node.map(key, WORDS);
        return new Words(words.text("fr"), words.text("en"));
    }

    private static <E extends Enum<E>> E one(YamlNode node, String key, E otherwise) {
        String given = node.optional(key).orElse(code(otherwise));
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> code(each).equals(given))
                .findFirst()
                .orElseThrow(() -> node.wrong(
                        key, "one of " + Arrays.stream(all).map(FormFile::code).toList()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
