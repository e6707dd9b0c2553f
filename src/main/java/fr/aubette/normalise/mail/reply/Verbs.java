package fr.aubette.normalise.mail.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How programs say that somebody wrote, in the languages they speak. Words, not patterns: every line is asked. */
final class Verbs {

    private static final List<String> ALL = List.of(
            ("a écrit|à écrit|a ecrit|écrivait|a répondu|wrote|writes|sent|schrieb|schreef|skrev|escribió|ha escrito|ha scritto|"
                            + "escreveu|het volgende geschreven|geschreven|kirjoitti|napisał(a)|napisał|napisała|pisze|napsal|"
                            + "napsala|написал|написала|написал(а)|пишет|писал|писала|пише|написав|ezt írta|írta|şunu yazdı|"
                            + "yazdı|a scris|έγραψε|đã viết|写道|寫道|のメッセージ|書きました|작성|כתב/ה|כתב|כתבה|كتب")
                    .split("\\|"));
    private static final Set<String> LAST_WORDS = new HashSet<>();

    static {
        for (String verb : ALL) {
            LAST_WORDS.add(verb.substring(verb.lastIndexOf(' ') + 1));
        }
    }

    private Verbs() {}

    /** All of them, for a pattern. */
    static String pattern() {
        return String.join("|", ALL).replace("(", "\\(").replace(")", "\\)");
    }

    /** Whether the last word may be one: cheap, and sometimes wrong. */
    static boolean mayEnd(String words) {
        int start = words.length();
        while (start > 0 && !Line.isBlank(words.charAt(start - 1)) && words.length() - start < 16) {
            start--;
        }
        String last = words.substring(start);
        return LAST_WORDS.contains(last) || LAST_WORDS.contains(last.toLowerCase(Locale.ROOT));
    }

    /** Whether one stands in this text, which is in lower case. */
    static boolean isIn(String lower) {
        return ALL.stream().anyMatch(verb -> isIn(lower, verb));
    }

    private static boolean isIn(String lower, String verb) {
        int at = lower.indexOf(verb);
        while (at >= 0) {
            boolean opens = at == 0 || !continues(lower.charAt(at - 1)) || isIdeograph(verb);
            int end = at + verb.length();
            boolean closes = end == lower.length() || !Character.isLetter(lower.charAt(end)) || isIdeograph(verb);
            if (opens && closes) {
                return true;
            }
            at = lower.indexOf(verb, at + 1);
        }
        return false;
    }

    private static boolean continues(char each) {
        return Character.isLetterOrDigit(each) || each == '\'' || each == '’';
    }

    private static boolean isIdeograph(String verb) {
        return verb.charAt(0) >= '\u2e80';
    }

    /** Whether the text, in lower case, ends with one, a colon behind it or not. */
    static boolean isLast(String lower) {
        int end = lower.length();
        while (end > 0
                && (lower.charAt(end - 1) == ':'
                        || lower.charAt(end - 1) == '：'
                        || Line.isBlank(lower.charAt(end - 1)))) {
            end--;
        }
        String said = lower.substring(0, end);
        return ALL.stream().anyMatch(said::endsWith);
    }
}
