package fr.aubette.normalise.letter;

import fr.aubette.model.LetterFields.Found;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a reader of characters gets wrong, and what in the same letter sets it right. */
final class Misread {

    private Misread() {}

    /** How many letters must be put in, left out or changed. */
    static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    /**
     * A name at the head of a letter that was not surely read, each of its words as the mail address has it, or the
     * signature when that was read more surely.
     */
    static String mended(String name, Optional<Found> signed, List<Found> mails) {
        List<String> others = new ArrayList<>();
        mails.forEach(mail -> others.addAll(List.of(local(mail.value()).split("[^a-z]+"))));
        signed.ifPresent(found -> others.addAll(List.of(found.value().split(" "))));
        return Arrays.stream(name.split(" "))
                .map(word -> others.stream().anyMatch(other -> plain(other).equals(plain(word)))
                        ? word
                        : others.stream()
                                .filter(other -> isOtherReading(word, other))
                                .findFirst()
                                .map(Misread::capital)
                                .orElse(word))
                .collect(Collectors.joining(" "));
    }

    private static String local(String mail) {
        return mail.substring(0, Math.max(0, mail.indexOf('@')));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }

    /** Nearly the same letters, the first one the same. */
    private static boolean isOtherReading(String word, String other) {
        String one = plain(word);
        String two = plain(other);
        return word.length() > 4
                && !two.isEmpty()
                && one.charAt(0) == two.charAt(0)
                && distance(one, two) <= (word.length() > 8 ? 2 : 1);
    }

    /** Small letters without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
