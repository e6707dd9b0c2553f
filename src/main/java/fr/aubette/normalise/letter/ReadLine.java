package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * A line of a letter as it was read.
 *
 * @param text stripped, never empty
 * @param confidence mean of its words, 0 to 100
 * @param least of its words, 0 to 100
 */
record ReadLine(String text, int confidence, int least) {

    /** The lines of pages, in order. */
    static List<ReadLine> of(List<PageResult> pages) {
        List<ReadLine> lines = new ArrayList<>();
        for (PageResult page : pages) {
            int word = 0;
            for (String line : page.text().split("\n")) {
                String text = line.strip();
                if (text.isEmpty()) {
                    continue;
                }
                int words = text.split("\\s+").length;
                lines.add(line(text, page, word, words));
                word += words;
            }
        }
        return lines;
    }

    private static ReadLine line(String text, PageResult page, int from, int words) {
        if (from + words > page.words().size()) {
            return new ReadLine(text, page.confidence(), page.confidence());
        }
        IntSummaryStatistics sure = page.words().subList(from, from + words).stream()
                .mapToInt(Word::confidence)
                .summaryStatistics();
        return new ReadLine(text, (int) Math.round(sure.getAverage()), sure.getMin());
    }
}
