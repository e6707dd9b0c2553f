package fr.aubette.normalise.mail.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a mail newly says. What is quoted below it goes; quotes between answers stay, since the answers mean nothing
 * without them. In doubt a line stays: an agent reads a line too many more gladly than one too few.
 */
public final class NewText {

    /** Characters looked at; what is beyond is taken for quoted. */
    static final int LOOKED_AT = 1 << 18;

    /** Mails forwarded in mails forwarded. */
    private static final int MOST_FORWARDS = 5;

    /**
     * Most lines of a signature under a rule that is no signature rule: below more, the rule parts two pieces of text.
     */
    private static final int MOST_SIGNATURE_LINES = 9;

    private final List<Line> lines;
    private final int[] attributions;
    private final boolean[] code;
    private int limit;

    private NewText(List<Line> lines) {
        this.lines = lines;
        this.attributions = Attributions.in(lines);
        this.code = Code.in(lines);
        this.limit = lines.size();
    }

    /**
     * The new part of a text.
     *
     * @param text lines ended by a line feed, with the {@link Marks} of its HTML if it had some
     */
    public static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return of(Line.of(start), MOST_FORWARDS);
    }

    private static String of(List<Line> lines, int forwards) {
        NewText mail = new NewText(lines);
        Optional<Cut> cut = mail.cut();
        cut.ifPresent(found -> mail.limit = found.start());
        List<Line> kept = mail.kept(true);
        if (saysNothing(kept)) {
            kept = mail.kept(false);
        }
        if (saysNothing(kept) && cut.isPresent() && cut.get().end() < lines.size() && forwards > 0) {
            return of(new ArrayList<>(lines.subList(cut.get().end(), lines.size())), forwards - 1);
        }
        return kept.stream()
                .map(line -> Marks.removed(line.text()))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static boolean saysNothing(List<Line> lines) {
        return lines.stream().allMatch(Line::isEmpty);
    }

    /**
     * Where another mail begins.
     *
     * @param start its announcement
     * @param end where its text begins
     */
    private record Cut(int start, int end) {}

    /** The first place from which everything is another mail, not quoted line by line. */
    private Optional<Cut> cut() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.isEmpty() && !code[i]) {
                Optional<Cut> found = line.isQuoted() ? Optional.empty() : cutAt(i, line);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Cut> cutAt(int at, Line line) {
        if (line.has(Marks.CUT) || Separators.announcesAnotherMail(line.words()) || namedUnderRule(at)) {
            return Optional.of(new Cut(at, textAfter(at + 1)));
        }
        Optional<HeaderBlock> header = HeaderBlock.at(lines, at);
        if (header.isPresent()) {
            return Optional.of(new Cut(at, header.get().end()));
        }
        if (attributions[at] > 0 && !isQuoted(attributions[at])) {
            return Optional.of(new Cut(at, attributions[at]));
        }
        int behind = Attributions.behindOtherWords(line.words());
        if (behind > 0) {
            String before = line.words().substring(0, behind);
            lines.set(at, new Line(before, 0, before));
            return Optional.of(new Cut(at + 1, at + 1));
        }
        return Optional.empty();
    }

    private boolean namedUnderRule(int at) {
        return at > 0
                && Separators.isRule(lines.get(at - 1).words())
                && Separators.namesAnotherMail(lines.get(at).words());
    }

    /** Where the text of a mail begins whose announcement ends here: behind its header, when it has one. */
    private int textAfter(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isEmpty()) {
            at++;
        }
        return at < lines.size()
                ? HeaderBlock.at(lines, at).map(HeaderBlock::end).orElse(from)
                : from;
    }

    private boolean isQuoted(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isEmpty() && !lines.get(at).isQuoted()) {
            at++;
        }
        return at < lines.size() && lines.get(at).isQuoted();
    }

    /**
     * The lines that stay.
     *
     * @param named whether to believe the HTML's name of a signature: some programs let people type inside it
     */
    private List<Line> kept(boolean named) {
        boolean[] gone = new boolean[limit];
        signatures(gone, named);
        Quotes.of(lines, attributions, limit, gone).drop(gone);
        List<Line> kept = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            if (!gone[i]) {
                kept.add(lines.get(i));
            }
        }
        Tails.trim(kept);
        return kept;
    }

    /** A signature ends with the text; one that the HTML names ends where it says so. Several rules part a text. */
    private void signatures(boolean[] gone, boolean named) {
        boolean inSignature = false;
        boolean ruleBefore = false;
        for (int i = 0; i < limit; i++) {
            Line line = lines.get(i);
            inSignature |= named && line.has(Marks.SIGNATURE);
            gone[i] = inSignature;
            inSignature &= !line.has(Marks.SIGNATURE_END);
            if (!code[i] && !line.isQuoted() && Separators.isRule(line.words())) {
                boolean signature = Separators.isSignatureRule(line.words());
                if (signature || !ruleBefore && isShortTail(i + 1)) {
                    Arrays.fill(gone, i, limit, true);
                    return;
                }
                ruleBefore = true;
            }
        }
    }

    /** Whether so few lines follow, and no other rule, that they are somebody's name and house. */
    private boolean isShortTail(int from) {
        int count = 0;
        for (int i = from; i < limit; i++) {
            String words = lines.get(i).words();
            if (lines.get(i).isQuoted() || attributions[i] > 0) {
                return true;
            }
            if (Separators.isRule(words) || ++count > MOST_SIGNATURE_LINES + 6) {
                return false;
            }
        }
        return lines.subList(from, limit).stream()
                        .filter(line -> !line.isEmpty())
                        .count()
                <= MOST_SIGNATURE_LINES;
    }
}
