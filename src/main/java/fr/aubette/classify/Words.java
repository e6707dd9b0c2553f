package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Letters of a word and the blank behind it, less than in most texts: makes room for all words at once. */
    private static final int USUAL_WORD = 4;

    /** Ends a word that stands for all words with this beginning. */
    static final String FAMILY = "*";

    /** Stands in a phrase for up to three words. */
    static final String GAP = "~";

    /** Ends the small word that must stand before a word. */
    static final char LEAD = '>';

    /** Begins the small word that must stand behind it. */
    static final char TRAIL = '<';

    private static final Pattern RULE_WORD = Pattern.compile("\\S+");

    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "le", "la", "les", "un", "une", "au", "aux", "en", "et", "ou", "est", "ce", "sur", "par",
            "que", "qui", "il", "on", "se");

    /** Signs known beforehand as part of words or not. */
    private static final int LATIN = 0x180;

    private static final boolean[] IN_WORD = new boolean[LATIN];

    static {
        for (char sign = 0; sign < LATIN; sign++) {
            IN_WORD[sign] = wordSign(sign);
        }
    }

    private static final Pattern MISREAD_I = Pattern.compile("(?<=\\p{Ll})I|^I(?=[aeuiéè]\\p{Ll}*$)");
    private static final Pattern MISREAD_DIGIT = Pattern.compile("(?<=\\p{L})[01](?=\\p{L})");

    private static final WordMemory<String> STEMS = new WordMemory<>(Words::computed);

    private final List<NamedPattern> patterns;

    /** Which patterns may begin with two letters, as bits. */
    private final long[] mayBegin = new long[NamedPattern.PAIRS];

    Words(Map<String, String> patterns) {
        this.patterns = patterns.entrySet().stream()
                .map(each -> NamedPattern.of(each.getKey(), each.getValue()))
                .toList();
        if (patterns.size() > Long.SIZE) {
            throw new IllegalArgumentException("there are " + patterns.size() + " patterns, over " + Long.SIZE);
        }
        for (int pair = 0; pair < mayBegin.length; pair++) {
            for (int i = 0; i < this.patterns.size(); i++) {
                mayBegin[pair] |= this.patterns.get(i).mayBegin(pair) ? 1L << i : 0;
            }
        }
    }

    /** The words of the first {@value #MAX_TEXT} characters, in order. */
    List<Token> of(CharSequence whole) {
        String text = whole.subSequence(0, Math.min(whole.length(), MAX_TEXT)).toString();
        String folded = patterns.isEmpty() ? text : Folding.sameLength(text);
        List<Matcher> named = named(folded);
        List<Token> tokens = new ArrayList<>(text.length() / USUAL_WORD);
        String lead = "";
        String behind = "";
        int end = 0;
        for (int start = begin(text, 0); start < text.length(); start = begin(text, end)) {
            end = end(text, start);
            addNamed(named, folded, start, lead, behind, tokens);
            String stem = STEMS.of(text, start, end);
            if (small(stem)) {
                lead = stem;
                behind = behind.isEmpty() ? stem : behind;
            } else {
                tokens.add(new Token(stem, start, end, lead, behind));
                lead = "";
                behind = "";
            }
        }
        return tokens;
    }

    /** Where the next word begins, from a place on; the text's end when none does. */
    private static int begin(String text, int from) {
        int at = from;
        while (at < text.length() && !inWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && inWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Letters, their marks and digits make words. */
    private static boolean inWord(char sign) {
        return sign < LATIN ? IN_WORD[sign] : wordSign(sign);
    }

    private static boolean wordSign(char sign) {
        int type = Character.getType(sign);
        return Character.isLetter(sign)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean small(String stem) {
        return stem.length() < 2 || SMALL.contains(stem);
    }

    private List<Matcher> named(String folded) {
        return patterns.stream()
                .map(each -> each.pattern()
                        .matcher(folded)
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false))
                .toList();
    }

    /** A pattern is looked for where a word begins, and nowhere else. */
    private void addNamed(
            List<Matcher> named, String folded, int start, String lead, String behind, List<Token> tokens) {
        int pair = NamedPattern.pair(folded, start);
        long candidates = pair < 0 ? -1L >>> (Long.SIZE - Math.max(1, named.size())) : mayBegin[pair];
        while (candidates != 0 && !named.isEmpty()) {
            int i = Long.numberOfTrailingZeros(candidates);
            candidates &= candidates - 1;
            Matcher matcher = named.get(i).region(start, folded.length());
            if (matcher.lookingAt()) {
                tokens.add(new Token(patterns.get(i).name(), start, matcher.end(), lead, behind));
            }
        }
    }

    /**
     * A word or phrase as rules write it; a pattern's name stays as it is. {@code frapp*} stands for all words that
     * begin so, {@code lève ~ main} allows up to three words between. Small words do not matter, unless they leave one
     * word alone: {@code la touche} is not every {@code touche}, and is written {@code la>touch<}.
     */
    List<String> term(String written) {
        if (written.startsWith("#")) {
            return List.of(written);
        }
        List<String> stems = new ArrayList<>();
        String lead = "";
        String trail = "";
        Matcher parts = RULE_WORD.matcher(written);
        while (parts.find()) {
            for (String stem : stems(parts.group())) {
                if (small(stem) && !stem.equals(GAP)) {
                    trail = stem;
                } else {
                    lead = stems.isEmpty() ? trail : lead;
                    trail = "";
                    stems.add(stem);
                }
            }
        }
        boolean bare = stems.size() != 1 || lead.isEmpty() && trail.isEmpty();
        return bare ? stems : List.of(lead + LEAD + stems.get(0) + TRAIL + trail);
    }

    /** The words of a part of a phrase, small ones too. */
    private static List<String> stems(String part) {
        if (part.equals(GAP)) {
            return List.of(GAP);
        }
        if (part.length() > 1 && part.endsWith(FAMILY)) {
            return List.of(Folding.of(part).replace("rn", "m"));
        }
        List<String> stems = new ArrayList<>();
        for (int start = begin(part, 0); start < part.length(); ) {
            int end = end(part, start);
            stems.add(STEMS.of(part, start, end));
            start = begin(part, end);
        }
        return stems;
    }

    /** How a word or phrase of rules is named whatever its spelling. */
    String key(String written) {
        return String.join(" ", term(written));
    }

    /** What a word is compared by. */
    static String stem(String word) {
        return STEMS.of(word, 0, word.length());
    }

    private static String computed(String word) {
        String stem = Folding.of(lettersForDigits(readable(word)));
        if (stem.length() > 3) {
            stem = stem.replace("rn", "m");
        }
        return stem.length() > 4 && !Character.isDigit(stem.charAt(0)) ? withoutEnding(stem) : stem;
    }

    private static String lettersForDigits(String word) {
        return word.indexOf('1') < 0 && word.indexOf('0') < 0
                ? word
                : MISREAD_DIGIT.matcher(word).replaceAll(m -> m.group().equals("1") ? "l" : "o");
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
}
