package fr.aubette.answer;

import fr.aubette.model.Motive;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who agrees and who signs: the département's arrêté de délégation, as data.
 *
 * @param formula above each signature, for example "Pour le Président et par délégation,"; blank for none
 * @param posts by code
 */
public record Delegations(String formula, Map<String, Post> posts) {

    /** Nobody signs anything. */
    public static final Delegations NONE = new Delegations("", Map.of());

    /**
     * A function that somebody holds.
     *
     * @param title as citizens read it
     * @param holder who holds it
     * @param motives what it signs
     * @param directorates all of whose motives it signs
     * @param from first day; empty for always
     * @param to last day; empty for ever
     * @param interims who acts for the holder, and when
     */
    public record Post(
            String code,
            String title,
            Person holder,
            List<String> motives,
            List<String> directorates,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            List<Interim> interims) {

        public Post {
            motives = List.copyOf(motives);
            directorates = List.copyOf(directorates);
            interims = List.copyOf(interims);
        }

        boolean signs(Motive motive) {
            return motives.contains(motive.code()) || directorates.contains(motive.directorate());
        }

        /** Who may act on this day: the holder, and who stands in. */
        Stream<Person> actingOn(LocalDate day) {
            if (!within(day, from, to)) {
                return Stream.empty();
            }
            return Stream.concat(
                    Stream.of(holder),
                    interims.stream()
                            .filter(each -> within(day, Optional.of(each.from()), Optional.of(each.to())))
                            .map(Interim::person));
        }
    }

    /** Somebody, by sign-in name and as citizens read the name. */
    public record Person(String login, String name) {}

    /** Somebody stands in from the first to the last of these days. */
    public record Interim(Person person, LocalDate from, LocalDate to) {}

    public Delegations {
        posts = Map.copyOf(posts);
    }

    /** Whether one of these people may give the visa of a post today; deputies of the absent may. */
    boolean mayAgree(String post, Collection<String> logins, LocalDate today) {
        Post found = posts.get(post);
        return found != null && found.actingOn(today).anyMatch(each -> logins.contains(each.login()));
    }

    /** How this person signs answers about a motive today; empty when the decree gives her no right to. */
    Optional<Signing> signing(Motive motive, String login, LocalDate today) {
        return posts.values().stream()
                .sorted(java.util.Comparator.comparing(Post::code))
                .filter(post -> post.signs(motive))
                .flatMap(post -> post.actingOn(today)
                        .filter(each -> each.login().equals(login))
                        .map(each -> new Signing(formula, each.name(), post.title())))
                .findFirst();
    }

    /** Whether anybody may ever sign answers about a motive. */
    public boolean isSigned(Motive motive) {
        return posts.values().stream().anyMatch(post -> post.signs(motive));
    }

    /** What stands under a signed answer. */
    record Signing(String formula, String name, String title) {

        String lines() {
            return Stream.of(formula, title, name)
                    .filter(line -> !line.isBlank())
                    .collect(java.util.stream.Collectors.joining("\n"));
        }
    }

    private static boolean within(LocalDate day, Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
