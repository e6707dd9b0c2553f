package fr.aubette.classify;

import fr.aubette.classify.Clauses.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text cut where it turns to something else: where its layout does (an empty line, a line that ends a sentence, a
 * number or a dash before an item), where a sentence opens by setting itself apart from what stands before, and where
 * one asks when something was already asked.
 */
final class Sections {

    /** Sections looked at: what follows stays with the last one. */
    static final int MOST = 16;

    /** A part of fewer signs is a greeting, a signature or a scrap: it stays with its neighbour. */
    private static final int SHORTEST = 28;

    /** An announcement opens a sentence within so many signs of its beginning. */
    private static final int OPENING = 34;

    /**
     * What an announcement inside a sentence must have before and behind it to cut there: dictated text has no stops.
     */
    private static final int ROOM = 45;

    private static final String STOPS = ".!?;…";
    private static final String BEFORE_ITEM = " \t\n:;,.(";

    private static final Pattern ITEM = Pattern.compile("[ \\t]{0,8}(?:[-–•*] |[\\dl]{1,2} ?[°/).-] ?)");

    private static final Pattern INNER_ITEM = Pattern.compile("[1-9l] ?[°/)-] ?\\p{L}");

    private Sections() {}

    /**
     * One of them.
     *
     * @param span where it stands
     * @param announced whether it opens by setting itself apart
     * @param asks whether it demands something of its own
     */
    record Section(Span span, boolean announced, boolean asks) {}

    /** In order, without the subject, which is the text's first line; together they are the whole rest. */
    static List<Section> of(String text, Announced announced) {
        List<Section> sections = new ArrayList<>();
        int from = text.indexOf('\n') + 1;
        boolean opened = false;
        for (Cut cut : cuts(text, from, announced)) {
            if (sections.size() < MOST - 1 && isWorth(text, from, cut.at()) && isWorth(text, cut.at(), text.length())) {
                sections.add(section(from, cut.at(), opened, announced));
                from = cut.at();
                opened = cut.announced();
            } else {
                opened |= cut.announced() && !isWorth(text, from, cut.at());
            }
        }
        if (from < text.length()) {
            sections.add(section(from, text.length(), opened, announced));
        }
        return sections;
    }

    private record Cut(int at, boolean announced) {}

    private static List<Cut> cuts(String text, int start, Announced announced) {
        List<Cut> cuts = new ArrayList<>();
        int sentence = start;
        for (int at = start; at < text.length(); at++) {
            int turn = turn(text, at);
            if (turn >= 0) {
                within(cuts, start, sentence, turn, announced);
                sentence = turn;
                boolean apart = begins(ITEM, text, turn) || announced.opens(turn, turn + OPENING);
                if (apart || text.charAt(turn - 1) == '\n') {
                    cuts.add(new Cut(turn, apart));
                }
                at = Math.max(at, turn - 1);
            }
        }
        within(cuts, start, sentence, text.length(), announced);
        return cuts;
    }

    /**
     * Where a sentence or an item begins whose first sign, or the sign before it, stands here; negative when none does.
     */
    private static int turn(String text, int at) {
        char sign = text.charAt(at);
        if (sign == '\n') {
            int next = at + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean empty = text.indexOf('\n', at + 1) >= 0 && text.indexOf('\n', at + 1) < next;
            return empty || ends(text, at) || begins(ITEM, text, at + 1) ? afterLines(text, at, next) : -1;
        }
        if (sign == ' ') {
            return at > 0 && STOPS.indexOf(text.charAt(at - 1)) >= 0 ? at + 1 : -1;
        }
        boolean mayBeItem = (sign >= '1' && sign <= '9' || sign == 'l') && at > 0;
        return mayBeItem && BEFORE_ITEM.indexOf(text.charAt(at - 1)) >= 0 && begins(INNER_ITEM, text, at) ? at : -1;
    }

    /** Behind the last line's end among these blanks. */
    private static int afterLines(String text, int from, int to) {
        return text.lastIndexOf('\n', Math.max(from, to - 1)) + 1;
    }

    /** Whether the line that ends here ends a sentence. */
    private static boolean ends(String text, int at) {
        int last = at - 1;
        while (last > 0 && " \t\r".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last > 0 && (STOPS.indexOf(text.charAt(last)) >= 0 || text.charAt(last) == ':');
    }

    private static boolean begins(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    /** A sentence that asks when something was asked begins something; a long one may turn in its middle. */
    private static void within(List<Cut> cuts, int start, int from, int to, Announced announced) {
        if (announced.asks(from, to) && announced.asks(start, from)) {
            cuts.add(new Cut(from, false));
        }
        announced.places().stream()
                .filter(place -> place - from >= ROOM && to - place >= ROOM)
                .findFirst()
                .ifPresent(place -> cuts.add(new Cut(place, true)));
    }

    private static Section section(int from, int to, boolean opened, Announced announced) {
        return new Section(new Span(from, to), opened, announced.asks(from, to));
    }

    private static boolean isWorth(String text, int from, int to) {
        int letters = 0;
        for (int at = from; at < to && letters < SHORTEST; at++) {
            letters += Character.isLetter(text.charAt(at)) ? 1 : 0;
        }
        return letters >= SHORTEST;
    }
}
