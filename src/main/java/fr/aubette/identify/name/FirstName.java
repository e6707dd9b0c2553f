package fr.aubette.identify.name;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A first name in the forms by which it is compared.
 *
 * @param written folded, with its gaps and hyphens
 * @param joined all its letters: "Jean-Pierre" and "Jean Pierre" are both {@code jeanpierre}
 * @param parts its words
 * @param initials the first letter of each
 * @param sound how the whole sounds
 */
public record FirstName(String written, String joined, List<String> parts, String initials, String sound) {

    public FirstName {
        parts = List.copyOf(parts);
    }

    /** Of a folded text that holds one letter at least. */
    public static FirstName of(String folded) {
        List<String> parts = Letters.words(folded);
        String joined = Letters.joined(folded);
        String initials = parts.stream().map(part -> part.substring(0, 1)).collect(Collectors.joining());
        return new FirstName(folded, joined, parts, initials, Sound.of(joined));
    }

    /** Whether it may be initials only: "D.", "P", "LC". */
    public boolean mayBeInitials() {
        return joined.length() <= 2 || parts.stream().allMatch(part -> part.length() == 1);
    }
}
