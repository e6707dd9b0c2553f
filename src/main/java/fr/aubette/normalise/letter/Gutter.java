package fr.aubette.normalise.letter;

import java.util.List;

/** The white between two columns, where no line of a page that was read across has a word. */
final class Gutter {

    /** The width of what is written is looked at in so many strips; a gutter lies in the middle half. */
    private static final int STRIPS = 100;

    /** Fewer lines beside each other are a head: sender and addressee. */
    private static final int LINES = 8;

    /** Of so many lines that run over a strip of a gutter at most one has a word there. */
    private static final int RARE = 7;

    private final int left;
    private final int width;
    private final int[] over = new int[STRIPS + 1];
    private final int[] written = new int[STRIPS + 1];

    private Gutter(int left, int width) {
        this.left = left;
        this.width = Math.max(1, width);
    }

    /**
     * Whether there is one.
     *
     * @param words line by line from left to right
     */
    static boolean in(List<Word> words) {
        int left = words.stream().mapToInt(Word::left).min().orElse(0);
        int right = words.stream().mapToInt(Gutter::right).max().orElse(0);
        Gutter gutter = new Gutter(left, right - left);
        int first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).left() < words.get(i - 1).left()) {
                gutter.line(words.subList(first, i));
                first = i;
            }
        }
        return gutter.found();
    }

    private void line(List<Word> words) {
        count(over, words.get(0).left(), right(words.get(words.size() - 1)));
        words.forEach(word -> count(written, word.left(), right(word)));
    }

    private void count(int[] strips, int from, int to) {
        for (int strip = strip(from); strip <= strip(to); strip++) {
            strips[strip]++;
        }
    }

    private int strip(int x) {
        return (int) Math.min(STRIPS, (long) STRIPS * Math.max(0, x - left) / width);
    }

    private static int right(Word word) {
        return word.left() + word.width();
    }

    private boolean found() {
        for (int strip = STRIPS / 4; strip <= 3 * STRIPS / 4; strip++) {
            if (over[strip] >= LINES && RARE * written[strip] <= over[strip]) {
                return true;
            }
        }
        return false;
    }
}
