package fr.aubette.thread;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as words without accents or case, and how much two of them are alike. */
final class Words {

    /** How much of a text is compared, in characters. */
    private static final int LOOKED_AT = 8_000;
    /** Fewer words of some length than this are too few to be called the same text. */
    private static final int ENOUGH = 8;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private Words() {}

    /** In order, each as often as it stands there. */
    static List<String> of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        String plain = ACCENTS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Each once; the set may be changed. */
    static Set<String> set(String text) {
        return new LinkedHashSet<>(of(text));
    }

    /** A constant set, of a text block. */
    static Set<String> all(String text) {
        return Set.copyOf(new HashSet<>(of(text)));
    }

    /** How much of both is in both, 0 to 1: words that differ by an ending or a typing error count as one. */
    static double closeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> shorter = one.size() <= other.size() ? one : other;
        Set<String> longer = one.size() <= other.size() ? other : one;
        long met = shorter.stream()
                .filter(word -> longer.stream().anyMatch(each -> nearly(word, each)))
                .count();
        double inShorter = (double) met / shorter.size();
        double inBoth = 2.0 * met / (one.size() + other.size());
        return shorter.size() == 1 ? inBoth : (inShorter + inBoth) / 2;
    }

    /**
     * How much of the words of the shorter text, those of four letters or more, stand in the longer one, 0 to 1; 0 when
     * they are too few to tell.
     */
    static double likeness(String one, String other) {
        Set<String> left = longWords(one);
        Set<String> right = longWords(other);
        Set<String> shorter = left.size() <= right.size() ? left : right;
        Set<String> longer = left.size() <= right.size() ? right : left;
        if (shorter.size() < ENOUGH) {
            return 0;
        }
        return (double) shorter.stream().filter(longer::contains).count() / shorter.size();
    }

    private static Set<String> longWords(String text) {
        Set<String> words = set(text);
        words.removeIf(word -> word.length() < 4);
        return words;
    }

    /** The same, or of five letters and more one letter apart, or one the beginning of the other. */
    private static boolean nearly(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int least = Math.min(one.length(), other.length());
        if (least < 5 || Math.abs(one.length() - other.length()) > 2 || hasDigit(one) || hasDigit(other)) {
            return false;
        }
        return one.startsWith(other) || other.startsWith(one) || oneLetterApart(one, other);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static boolean oneLetterApart(String one, String other) {
        int same = 0;
        int least = Math.min(one.length(), other.length());
        while (same < least && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < least - same
                && one.charAt(one.length() - 1 - sameEnd) == other.charAt(other.length() - 1 - sameEnd)) {
            sameEnd++;
        }
        return Math.max(one.length(), other.length()) - same - sameEnd <= 1;
    }
}
