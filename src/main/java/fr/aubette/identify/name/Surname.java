package fr.aubette.identify.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A family name in the forms by which it is compared.
 *
 * @param written folded, with its gaps and hyphens
 * @param joined all its letters, particles included: "Ben Ali" and "Benali" are both {@code benali}
 * @param core without particles: {@code renard} of "d'Renard" and "Mac Renard"; the same as joined when it has none
 * @param parts of a double name, {@code [pons, royer]}; one for a simple name
 * @param sound how its core sounds
 */
public record Surname(String written, String joined, String core, List<String> parts, String sound) {

    private static final Set<String> PARTICLES = Set.of(
            "d", "de", "du", "des", "la", "le", "les", "l", "mac", "mc", "ben", "bel", "el", "al", "ait", "abd",
            "abdel", "van", "von", "der", "den", "ter", "di", "da", "do", "dos", "del", "della", "saint", "st",
            "sainte", "ste", "san", "o", "y", "zu");

    public Surname {
        parts = List.copyOf(parts);
    }

    /** Of a folded text that holds one letter at least. */
    public static Surname of(String folded) {
        List<String> parts = new ArrayList<>();
        StringBuilder cores = new StringBuilder();
        for (String half : folded.split("-", -1)) {
            parts(half, parts, cores);
        }
        String joined = Letters.joined(folded);
        String core = cores.length() == 0 ? joined : cores.toString();
        return new Surname(folded, joined, core, parts.isEmpty() ? List.of(joined) : parts, Sound.of(core));
    }

    private static void parts(String half, List<String> parts, StringBuilder cores) {
        StringBuilder part = new StringBuilder();
        for (String word : Letters.words(half)) {
            part.append(word);
            if (!isParticle(word)) {
                parts.add(part.toString());
                cores.append(word);
                part.setLength(0);
            }
        }
        if (part.length() > 0) {
            parts.add(part.toString());
            cores.append(part);
        }
    }

    /** Whether a folded word only leads to a name. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    /** Whether it is two names. */
    public boolean isDouble() {
        return parts.size() > 1;
    }
}
