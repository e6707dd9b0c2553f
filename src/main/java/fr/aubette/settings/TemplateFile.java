package fr.aubette.settings;

import fr.aubette.answer.Places;
import fr.aubette.answer.Template;
import fr.aubette.answer.Template.Use;
import fr.aubette.answer.Variable;
import fr.aubette.model.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one file of {@code templates/}: a text with places, each of which must be known. */
final class TemplateFile {

    private static final Set<String> KEYS =
            Set.of("title", "use", "motives", "directorates", "subject", "text", "variables");
    private static final Set<String> VARIABLE_KEYS = Set.of("label", "type", "choices");
    private static final String NAME = "[a-z][a-z0-9-]{0,40}";

    private final Catalogue catalogue;
    private final Entry top;
    private final Map<String, Entry> values;

    private TemplateFile(Catalogue catalogue, Entry top) {
        this.catalogue = catalogue;
        this.top = top;
        this.values = top.entries(KEYS);
    }

    static Template read(Path file, Catalogue catalogue, Problems problems) {
        String name = String.valueOf(file.getFileName());
        return new TemplateFile(catalogue, YamlFile.read(file, problems))
                .template(name.substring(0, name.lastIndexOf('.')));
    }

    private Template template(String code) {
        Use use = use();
        Map<String, Variable> variables = variables();
        if (!use.date().isEmpty()
                && Optional.ofNullable(variables.get(use.date()))
                                .map(Variable::type)
                                .orElse(Variable.Type.TEXT)
                        != Variable.Type.DATE) {
            top.wrong("no variable '" + use.date() + "'", "a date by that name: until when the citizen is told");
        }
        if (use == Use.ACKNOWLEDGEMENT) {
            acknowledges();
        }
        return new Template(
                code,
                text("title"),
                use,
                names("motives", "a motive", catalogue.motives().keySet()),
                names("directorates", "a directorate", catalogue.directorates().keySet()),
                checked("subject", use, variables),
                checked("text", use, variables),
                variables);
    }

    /** One that lacks what the law asks for could not be held against the citizen (CRPA L112-6, L112-12). */
    private void acknowledges() {
        Set<String> places = Template.places(text("text"));
        Template.OF_ACKNOWLEDGEMENT.stream()
                .filter(needed -> !places.contains(needed))
                .sorted()
                .forEach(needed -> values.getOrDefault("text", top)
                        .wrong("no {{" + needed + "}}", "all that an acknowledgement must state (CRPA R112-5)"));
    }

    private Use use() {
        if (!values.containsKey("use")) {
            return Use.REPLY;
        }
        Set<String> codes = Arrays.stream(Use.values()).map(Use::code).collect(Collectors.toSet());
        return values.get("use")
                .oneOf("a use", codes)
                .map(code -> Use.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Use.REPLY);
    }

    private String text(String key) {
        if (values.containsKey(key)) {
            return values.get(key).text();
        }
        top.wrong("no " + key, key + ": a text");
        return "";
    }

    private List<String> names(String key, String kind, Set<String> known) {
        return values.containsKey(key) ? values.get(key).allOf(kind, known) : List.of();
    }

    /** A place that nobody can fill would stop each answer that uses it. */
    private String checked(String key, Use use, Map<String, Variable> variables) {
        String text = text(key);
        Set<String> known = new TreeSet<>(use == Use.PROTECTED_RECEIPT ? Places.OF_PROTECTED : Places.KNOWN);
        if (!use.automatic()) {
            known.addAll(variables.keySet());
        }
        Entry entry = values.getOrDefault(key, top);
        Template.places(text).stream()
                .filter(place -> !known.contains(place))
                .forEach(place -> entry.wrong(
                        "{{" + place + "}}",
                        Nearest.expected("a variable of this file or a known place", place, known)));
        return text;
    }

    private Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        if (values.containsKey("variables")) {
            values.get("variables").entries().forEach((name, entry) -> variables.put(name, variable(name, entry)));
        }
        return variables;
    }

    private static Variable variable(String name, Entry entry) {
        if (!name.matches(NAME) || Places.KNOWN.contains(name)) {
            entry.wrong(
                    "the name '" + name + "'", "lower-case letters, digits and hyphens, and no place known already");
        }
        Map<String, Entry> of = entry.entries(VARIABLE_KEYS);
        Stream.of("label", "type")
                .filter(key -> !of.containsKey(key))
                .forEach(key -> entry.wrong("no " + key, "label and type"));
        Variable.Type type = type(of);
        List<String> choices = of.containsKey("choices")
                ? of.get("choices").list().stream().map(Entry::text).toList()
                : List.of();
        if ((type == Variable.Type.CHOICE) == choices.isEmpty()) {
            entry.wrong(choices.isEmpty() ? "no choices" : "choices", "choices: for the type choice, and for it only");
        }
        return new Variable(name, of.containsKey("label") ? of.get("label").text() : name, type, choices);
    }

    private static Variable.Type type(Map<String, Entry> of) {
        Set<String> codes =
                Arrays.stream(Variable.Type.values()).map(Variable.Type::code).collect(Collectors.toSet());
        return of.containsKey("type")
                ? of.get("type")
                        .oneOf("a type", codes)
                        .map(code -> Variable.Type.valueOf(code.toUpperCase(Locale.ROOT)))
                        .orElse(Variable.Type.TEXT)
                : Variable.Type.TEXT;
    }
}
