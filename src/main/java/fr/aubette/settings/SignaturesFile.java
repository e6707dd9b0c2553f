package fr.aubette.settings;

import fr.aubette.answer.Delegations;
import fr.aubette.answer.Delegations.Interim;
import fr.aubette.answer.Delegations.Person;
import fr.aubette.answer.Delegations.Post;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code signatures.yaml}, the arrêté de délégation, and holds the motives against it. */
final class SignaturesFile {

    private static final Set<String> POST_KEYS = Set.of("title", "holder", "name", "signs", "from", "to", "interim");
    private static final Set<String> SIGNS_KEYS = Set.of("motives", "directorates");
    private static final Set<String> INTERIM_KEYS = Set.of("holder", "name", "from", "to");

    private final Catalogue catalogue;

    private SignaturesFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The delegations; none when there is no such file. */
    static Delegations read(Path folder, Catalogue catalogue, Problems problems) {
        Path file = folder.resolve("signatures.yaml");
        Delegations delegations = Files.exists(file)
                ? new SignaturesFile(catalogue).delegations(YamlFile.read(file, problems))
                : Delegations.NONE;
        catalogue.motives().values().forEach(motive -> check(motive, delegations, file, folder, problems));
        return delegations;
    }

    /** A motive that asks for what nobody can give would hold its answers back for ever. */
    private static void check(Motive motive, Delegations delegations, Path file, Path folder, Problems problems) {
        String place = "motives." + motive.code() + ".answer";
        motive.approval().visas().stream()
                .filter(post -> !delegations.posts().containsKey(post))
                .forEach(post -> problems.add(new Problem(
                        folder.resolve("motives.yaml").toString(),
                        1,
                        place + ".visas",
                        "'" + post + "'",
                        Nearest.expected(
                                "a post of signatures.yaml",
                                post,
                                delegations.posts().keySet()))));
        if (motive.approval().signature() && !delegations.isSigned(motive)) {
            problems.add(new Problem(
                    file.toString(), 1, "posts", "nobody who signs " + motive.code(), "a post that signs it"));
        }
    }

    private Delegations delegations(Entry top) {
        Map<String, Entry> values = top.entries(Set.of("decree", "formula", "posts"));
        Map<String, Post> posts = new LinkedHashMap<>();
        if (values.containsKey("posts")) {
            values.get("posts").entries().forEach((code, entry) -> posts.put(code, post(code, entry)));
        }
        return new Delegations(text(values, "formula"), posts);
    }

    private Post post(String code, Entry entry) {
        if (!DirectoratesFile.CODE.matcher(code).matches()) {
            entry.wrong("code '" + code + "'", "capitals, digits and underscores");
        }
        Map<String, Entry> values = entry.entries(POST_KEYS);
        required(entry, values, "title", "holder", "name");
        Map<String, Entry> signs =
                values.containsKey("signs") ? values.get("signs").entries(SIGNS_KEYS) : Map.of();
        Optional<LocalDate> from = day(values, "from");
        Optional<LocalDate> to = day(values, "to");
        order(entry, from, to);
        return new Post(
                code,
                text(values, "title"),
                new Person(text(values, "holder"), text(values, "name")),
                names(signs, "motives", "a motive", catalogue.motives().keySet()),
                names(
                        signs,
                        "directorates",
                        "a directorate",
                        catalogue.directorates().keySet()),
                from,
                to,
                values.containsKey("interim")
                        ? values.get("interim").list().stream()
                                .flatMap(each -> interim(each).stream())
                                .toList()
                        : List.of());
    }

    private static Optional<Interim> interim(Entry entry) {
        Map<String, Entry> values = entry.entries(INTERIM_KEYS);
        required(entry, values, "holder", "name", "from", "to");
        Optional<LocalDate> from = day(values, "from");
        Optional<LocalDate> to = day(values, "to");
        order(entry, from, to);
        return from.flatMap(first ->
                to.map(last -> new Interim(new Person(text(values, "holder"), text(values, "name")), first, last)));
    }

    private static void order(Entry entry, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            entry.wrong("from " + from.get() + " to " + to.get(), "a first day that is not after the last");
        }
    }

    private static void required(Entry entry, Map<String, Entry> values, String... keys) {
        Stream.of(keys)
                .filter(key -> !values.containsKey(key))
                .forEach(key -> entry.wrong("no " + key, String.join(", ", keys)));
    }

    private static List<String> names(Map<String, Entry> values, String key, String kind, Set<String> known) {
        return values.containsKey(key) ? values.get(key).allOf(kind, known) : List.of();
    }

    private static String text(Map<String, Entry> values, String key) {
        return values.containsKey(key) ? values.get(key).text() : "";
    }

    private static Optional<LocalDate> day(Map<String, Entry> values, String key) {
        if (!values.containsKey(key)) {
            return Optional.empty();
        }
        String text = values.get(key).text();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            values.get(key).wrong("'" + text + "'", "a day, as in 2026-11-22");
            return Optional.empty();
        }
    }
}
