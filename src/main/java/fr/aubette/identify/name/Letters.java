package fr.aubette.identify.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text reduced to what two spellings of one name have in common: lower case letters and digits, without accents. */
public final class Letters {

    private Letters() {}

    /** Lower case without accents; what is neither letter nor digit becomes one space, hyphens are kept. */
    public static String fold(String text) {
        String plain = isAscii(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length() + 4);
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            String letters = letters(c);
            if (letters.isEmpty()) {
                gap = true;
                continue;
            }
            if (gap && folded.length() > 0) {
                folded.append(' ');
            }
            gap = false;
            folded.append(letters);
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String letters(char c) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
            return String.valueOf(c);
        }
        return switch (c) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case '\u2010', '\u2011', '\u2012', '\u2013' -> "-";
            default -> Character.isLetterOrDigit(c) && c > 127 ? String.valueOf(c) : "";
        };
    }

    /** The words of a folded text, hyphens being gaps too. */
    public static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : folded.replace('-', ' ').split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** A folded text without gaps: "de la fontaine" is "delafontaine". */
    public static String joined(String folded) {
        return folded.replace(" ", "").replace("-", "");
    }

    /** Letters in place of the digits that a scanner reads for them: "mar1e" is "marie". */
    public static String unread(String folded) {
        StringBuilder letters = new StringBuilder(folded);
        for (int i = 0; i < letters.length(); i++) {
            letters.setCharAt(
                    i,
                    switch (letters.charAt(i)) {
                        case '0' -> 'o';
                        case '1' -> 'i';
                        case '5' -> 's';
                        case '8' -> 'b';
                        case '6' -> 'g';
                        case '2' -> 'z';
                        default -> letters.charAt(i);
                    });
        }
        return letters.toString();
    }

    /** A folded text without its digits. */
    public static String withoutDigits(String folded) {
        return folded.replaceAll("[0-9]+", "");
    }
}
