package fr.aubette.normalise.mail.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The quoted blocks of a mail, and which of them its new text can do without. */
final class Quotes {

    private static final int LONG_LINE = 50;
    private static final int SHORT_REST = 40;

    /**
     * Lines quoted together.
     *
     * @param start where it begins, the line that names its author included
     * @param attributed whether a line names its author
     */
    private record Block(int start, int end, boolean attributed) {}

    private final List<Line> lines;
    private final int[] attributions;
    private final int limit;
    private final boolean[] gone;
    private final List<Block> blocks = new ArrayList<>();

    private Quotes(List<Line> lines, int[] attributions, int limit, boolean[] gone) {
        this.lines = lines;
        this.attributions = attributions;
        this.limit = limit;
        this.gone = gone;
    }

    /**
     * Finds them.
     *
     * @param gone lines that are no part of the text any more
     */
    static Quotes of(List<Line> lines, int[] attributions, int limit, boolean[] gone) {
        Quotes quotes = new Quotes(lines, attributions, limit, gone);
        quotes.find();
        return quotes;
    }

    private void find() {
        int at = 0;
        while (at < limit) {
            if (isQuote(at)) {
                int end = endOfBlock(at);
                blocks.add(new Block(at, end, namesItsAuthor(at, end)));
                at = end;
            } else if (attributions[at] > at && attributions[at] <= limit) {
                int end = endOfBlock(attributions[at]);
                blocks.add(new Block(at, end, true));
                at = end;
            } else {
                at++;
            }
        }
    }

    private boolean isQuote(int at) {
        return lines.get(at).isQuoted() && !gone[at];
    }

    /**
     * The line after the block's last quoted one: blank lines, and the rest of a quoted line that was broken, lie
     * within.
     */
    private int endOfBlock(int from) {
        int end = from;
        for (int i = from; i < limit; i++) {
            if (lines.get(i).isQuoted() || isRestOfQuote(i, from)) {
                end = i + 1;
            } else if (!lines.get(i).isEmpty()) {
                break;
            }
        }
        return end;
    }

    /** Programs that break long lines leave the rest of a quoted line without its sign. */
    private boolean isRestOfQuote(int at, int from) {
        if (at == from || lines.get(at).isEmpty()) {
            return false;
        }
        Line before = lines.get(at - 1);
        boolean brokenOff = before.isQuoted() && before.text().length() >= LONG_LINE;
        boolean goesOn = at + 1 < limit && lines.get(at + 1).isQuoted();
        boolean lastRest = at + 1 >= limit
                && lines.get(at).text().length() <= SHORT_REST
                && before.text().length() >= LONG_LINE + SHORT_REST / 2;
        return brokenOff && (goesOn || lastRest);
    }

    private boolean namesItsAuthor(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!lines.get(i).isEmpty()) {
                return attributions[i] > 0 || HeaderBlock.at(lines, i).isPresent();
            }
        }
        return false;
    }

    /**
     * Marks what goes: all blocks below the text, and a lone block above it; of several between answers, their
     * attributions.
     */
    void drop(boolean[] dropped) {
        int lastOwn = lastOfOwn();
        boolean anyAuthor = blocks.stream().anyMatch(Block::attributed);
        for (Block block : blocks) {
            boolean below = block.end() > lastOwn;
            boolean goes = below ? lastOwn >= 0 || anyAuthor : blocks.size() == 1 && block.attributed();
            if (goes) {
                Arrays.fill(dropped, block.start(), block.end(), true);
            } else {
                attributionsOf(block, dropped);
            }
        }
    }

    private void attributionsOf(Block block, boolean[] dropped) {
        for (int i = block.start(); i < block.end(); i++) {
            if (attributions[i] > 0 && !lines.get(i).isQuoted()) {
                Arrays.fill(dropped, i, Math.min(attributions[i], limit), true);
            }
        }
    }

    /** The last line that somebody wrote anew, or -1. */
    private int lastOfOwn() {
        boolean[] inBlock = new boolean[limit];
        blocks.forEach(block -> Arrays.fill(inBlock, block.start(), block.end(), true));
        for (int i = limit - 1; i >= 0; i--) {
            if (!gone[i] && !inBlock[i] && !isNothing(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNothing(Line line) {
        return line.isEmpty() || Separators.isRule(line.words()) || Tails.isOfProgram(line.words());
    }
}
