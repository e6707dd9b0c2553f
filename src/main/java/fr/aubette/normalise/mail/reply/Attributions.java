package fr.aubette.normalise.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that programs set above a quote: {@code Le lun. 3 mars 2025 à 10:12, Anne <anne@example.org> a écrit :}.
 * They are often broken over several lines. People write «le 3 mars, on m'a écrit» too: a program's line names a time
 * or an address, and ends there.
 */
final class Attributions {

    /** Most lines that one is broken over. */
    private static final int MOST_LINES = 4;

    private static final int LONGEST = 500;

    /** A program's own words are few: more of them before the author's name is a person's sentence. */
    private static final int SHORT = 160;

    private static final Pattern TO_SOMEBODY =
            Pattern.compile("(?iu)(?:\\b(?:m|t|l|s)['’]\\s?a|\\b(?:nous|vous|lui|leur|me|te|qui|on|il|elle) "
                    + "(?:a|ha|ont)) (?:écrit|ecrit|répondu)|\\b(?:mir|uns|ihm|ihnen) schrieb");
    private static final Pattern OPENS =
            Pattern.compile("(?iu)^(?:(?:le|on|am|el|il|em|op|den|dne|dnia|w dniu|in data|på|vào|a la|à|pe|ma|ti|"
                    + "ke|to|la|su|lu|um)(?!\\p{L})|\\d|\\p{L}{2,12}[,.] )");
    private static final Pattern NAME_FIRST =
            Pattern.compile("(?iu)^[^<>:]{1,80}<[^<>\\s]{1,200}@[^<>\\s]{1,200}> (?:" + Verbs.pattern() + ")\\b.*");
    private static final Pattern QUOTES_BY_NAME =
            Pattern.compile("(?iu)^(?:selon|quoting|zitat von|citando|citazione|en réponse à|in response to|"
                    + "in message|dans l['’]article|in article) .*[@<].*:$");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2} ?[:.hH] ?\\d{2}(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final Pattern ADDRESS_LAST = Pattern.compile(
            "(?:<|\\[|\\(|&lt;)[^\\s<>]{1,200}@.{1,300}?(?:[>\\])]|&gt;)\\s*(?:\\p{L}[\\p{L}() ]{0,30})?[:：]\\s*$");
    private static final Pattern DATE_FIRST = Pattern.compile(
            "^\\d{4}-\\d{2}-\\d{2},? \\d{1,2}:\\d{2}(?::\\d{2})? (?:GMT|UTC)?[+-]\\d{2}:?\\d{2} .{1,150}$");
    private static final Pattern IN_THE_MIDDLE = Pattern.compile(
            "\\s(?:On (?=\\p{Lu}\\p{L}{2}[,.]? |\\d)|Le (?=(?:lun|mar|mer|jeu|ven|sam|dim)\\p{L}*\\.? \\d|\\d))");

    private Attributions() {}

    /**
     * Marks them: for the first line of each, the line after its last; 0 elsewhere.
     *
     * @param lines of which those quoted may hold some too
     */
    static int[] in(List<Line> lines) {
        int[] ends = new int[lines.size()];
        for (int last = 0; last < lines.size(); last++) {
            if (lines.get(last).has(Marks.ATTRIBUTION)) {
                ends[last] = endOfMarked(lines, last);
            } else if (hasTextBehind(lines.get(last).words())) {
                ends[last] = last + 1;
            } else if (mayEnd(lines.get(last))
                    && behindOtherWords(lines.get(last).words()) < 0) {
                int first = firstLine(lines, last);
                if (first >= 0) {
                    ends[first] = last + 1;
                }
            }
        }
        return ends;
    }

    /** One that the HTML names goes on to the next blank line or quote. */
    private static int endOfMarked(List<Line> lines, int first) {
        int end = first + 1;
        while (end < lines.size()
                && end < first + MOST_LINES
                && !lines.get(end).isEmpty()
                && !lines.get(end).isQuoted()) {
            end++;
        }
        return end;
    }

    /** Some programs let the quote begin on the same line, some blanks behind. */
    private static boolean hasTextBehind(String words) {
        int colon = words.indexOf(":  ");
        while (colon > 0 && colon < LONGEST) {
            String before = words.substring(0, colon + 1);
            if (Verbs.isLast(before.toLowerCase(Locale.ROOT)) && isAttribution(before, false)) {
                return true;
            }
            colon = words.indexOf(":  ", colon + 1);
        }
        return false;
    }

    private static boolean mayEnd(Line line) {
        String words = line.words();
        if (words.isEmpty()) {
            return false;
        }
        char last = words.charAt(words.length() - 1);
        return last == ':'
                || last == '：'
                || last == '-'
                || Character.isDigit(words.charAt(0))
                        && DATE_FIRST.matcher(bounded(words)).matches()
                || Verbs.mayEnd(words);
    }

    /** The fewest lines up to this one that make a whole attribution, or -1. One sure of itself is preferred. */
    private static int firstLine(List<Line> lines, int last) {
        String joined = "";
        int depth = lines.get(last).depth();
        boolean quoteFollows = isQuote(lines, last + 1, depth);
        int weak = -1;
        for (int first = last; first >= 0 && first > last - MOST_LINES; first--) {
            Line line = lines.get(first);
            joined = (line.words() + " " + joined).strip();
            if (line.isEmpty() || line.depth() != depth || joined.length() > LONGEST) {
                return weak;
            }
            if (isAttribution(joined, false)) {
                return first;
            }
            if (weak < 0 && quoteFollows && isAttribution(joined, true)) {
                boolean opens = OPENS.matcher(joined).find();
                if (opens) {
                    return first;
                }
                weak = first;
            }
        }
        return weak;
    }

    private static boolean isQuote(List<Line> lines, int from, int depth) {
        int at = from;
        while (at < lines.size() && lines.get(at).isEmpty() && !lines.get(at).isQuoted()) {
            at++;
        }
        return at < lines.size() && lines.get(at).depth() > depth;
    }

    /**
     * Whether these words are one.
     *
     * @param quoteFollows whether the next line is quoted, which makes a weak sign enough
     */
    static boolean isAttribution(String words, boolean quoteFollows) {
        String plain = undecorated(words);
        if (plain.isEmpty() || Labels.of(plain).isPresent()) {
            return false;
        }
        boolean ruled = words.startsWith("--") && words.endsWith("--");
        String lower = plain.toLowerCase(Locale.ROOT);
        boolean verb = Verbs.isIn(lower);
        if (ruled && verb && plain.length() < SHORT) {
            return true;
        }
        boolean ends = plain.endsWith(":") || plain.endsWith("：") || Verbs.isLast(lower);
        if (DATE_FIRST.matcher(plain).matches() || QUOTES_BY_NAME.matcher(plain).matches() && quoteFollows) {
            return true;
        }
        if (!ends || TO_SOMEBODY.matcher(plain).find() && !quoteFollows) {
            return false;
        }
        return verb ? byVerb(plain, quoteFollows) : byAddress(plain);
    }

    private static boolean byVerb(String words, boolean quoteFollows) {
        boolean address = words.indexOf('@') >= 0;
        String dates = address ? withoutAddresses(words) : words;
        boolean digits = dates.chars().anyMatch(Character::isDigit);
        boolean time = digits && TIME.matcher(dates).find();
        boolean year = digits && YEAR.matcher(dates).find();
        boolean opens = OPENS.matcher(words).find();
        boolean verbLast = Verbs.isLast(words.toLowerCase(Locale.ROOT));
        if (quoteFollows) {
            return digits && opens || address || words.length() < SHORT && (verbLast || digits);
        }
        if (time && NAME_FIRST.matcher(words).matches()) {
            return true;
        }
        return opens && (time && (address || verbLast || year) || year && (verbLast || address) || address && digits);
    }

    /** A program that speaks another language: date, time, an address in brackets, and a colon. */
    private static boolean byAddress(String words) {
        if (words.indexOf('@') < 0 || !ADDRESS_LAST.matcher(words).find()) {
            return false;
        }
        String dates = withoutAddresses(words);
        return TIME.matcher(dates).find()
                && dates.chars().filter(Character::isDigit).count() >= 5;
    }

    /** Where an attribution begins that stands behind other words on the same line, or -1. */
    static int behindOtherWords(String words) {
        if (words.isEmpty() || words.length() > LONGEST || words.charAt(words.length() - 1) != ':') {
            return -1;
        }
        Matcher opening = IN_THE_MIDDLE.matcher(words);
        while (opening.find()) {
            String rest = words.substring(opening.start() + 1);
            if (Verbs.isLast(rest.toLowerCase(Locale.ROOT))
                    && TIME.matcher(withoutAddresses(rest)).find()
                    && isAttribution(rest, false)) {
                return opening.start();
            }
        }
        return -1;
    }

    private static String withoutAddresses(String words) {
        return words.replaceAll("<[^>]*>?|\\S+@\\S+", " ");
    }

    private static String bounded(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private static String undecorated(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && isDecoration(words.charAt(start))) {
            start++;
        }
        while (end > start && isDecoration(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static boolean isDecoration(char each) {
        return each == '-' || each == '*' || each == '_' || each == '=' || each == '|' || Line.isBlank(each);
    }
}
