package fr.aubette.classify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts French text into comparable words: case, accents, plurals and the smallest words do not matter, nor do the usual
 * mistakes of a text reader (capital I for l, rn for m, digits inside words).
 */
final class Words {

    /** Longest text looked at, in UTF-16 code units: some sixty dense pages. */
    static final int MAX_TEXT = 200_000;

    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "le", "la", "les", "un", "une", "au", "aux", "en", "et", "ou", "est", "ce", "sur", "par",
            "que", "qui", "il", "on", "se");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern MISREAD_I = Pattern.compile("(?<=\\p{Ll})I|^I(?=[aeuiéè]\\p{Ll}*$)");
    private static final Pattern MISREAD_DIGIT = Pattern.compile("(?<=\\p{L})[01](?=\\p{L})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<Named> patterns;

    private record Named(String name, Pattern pattern) {}

    Words(java.util.Map<String, String> patterns) {
        this.patterns = patterns.entrySet().stream()
                .map(each -> new Named(each.getKey(), Pattern.compile(each.getValue())))
                .toList();
    }

    /** The words of the first {@value #MAX_TEXT} characters, in order. */
    List<Token> of(CharSequence whole) {
        String text = whole.subSequence(0, Math.min(whole.length(), MAX_TEXT)).toString();
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String stem = stem(words.group());
            if (stem.length() > 1 && !SMALL.contains(stem)) {
                tokens.add(new Token(stem, words.start(), words.end()));
            }
        }
        if (addNamed(text, tokens)) {
            tokens.sort(Comparator.comparingInt(Token::start));
        }
        return tokens;
    }

    private boolean addNamed(String text, List<Token> tokens) {
        boolean added = false;
        if (!patterns.isEmpty()) {
            String folded = foldSameLength(text);
            for (Named named : patterns) {
                Matcher matcher = named.pattern().matcher(folded);
                while (matcher.find()) {
                    tokens.add(new Token(named.name(), matcher.start(), matcher.end()));
                    added = true;
                }
            }
        }
        return added;
    }

    /** A word or phrase as rules write it; a pattern's name stays as it is. */
    List<String> term(String written) {
        return written.startsWith("#")
                ? List.of(written)
                : new Words(java.util.Map.of())
                        .of(written).stream().map(Token::stem).toList();
    }

    /** What a word is compared by. */
    static String stem(String word) {
        String stem = fold(
                MISREAD_DIGIT.matcher(readable(word)).replaceAll(m -> m.group().equals("1") ? "l" : "o"));
        if (stem.length() > 3) {
            stem = stem.replace("rn", "m");
        }
        return stem.length() > 4 && !Character.isDigit(stem.charAt(0)) ? withoutEnding(stem) : stem;
    }

    private static String readable(String word) {
        return word.indexOf('I') < 0 || word.toUpperCase(Locale.ROOT).equals(word)
                ? word
                : MISREAD_I.matcher(word).replaceAll("l");
    }

    /** The minimal French stemmer of J. Savoy (University of Neuchâtel), and the plural in -aux. */
    private static String withoutEnding(String word) {
        String stem = word;
        if (stem.endsWith("x")) {
            return stem.endsWith("aux") ? stem.substring(0, stem.length() - 2) + "l" : cut(stem, 'x');
        }
        stem = cut(cut(cut(cut(stem, 's'), 'r'), 'e'), 'e');
        int last = stem.length() - 1;
        return last > 2 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }

    private static String cut(String word, char ending) {
        return word.length() > 3 && word.charAt(word.length() - 1) == ending
                ? word.substring(0, word.length() - 1)
                : word;
    }

    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String foldSameLength(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c < 128 ? Character.toLowerCase(c) : foldOne(c));
        }
        return folded.toString();
    }

    private static char foldOne(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        String folded = fold(String.valueOf(c));
        return folded.isEmpty() ? ' ' : folded.charAt(0);
    }
}
