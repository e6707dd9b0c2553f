package fr.aubette.classify;

/**
 * Cuts a text into the pieces of its words, three to five signs long, and its pairs of words, each known by a number.
 */
final class Pieces {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** Signs of a word looked at: what is longer is an address or a mistake. */
    private static final int MAX_WORD = 40;

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Pieces() {}

    /** Hears of each piece. */
    interface Piece {

        /**
         * One more.
         *
         * @param number the same for the same signs
         * @param signs where its word stands, with a blank at either side
         * @param from its first sign
         * @param to after its last one
         */
        void at(long number, char[] signs, int from, int to);
    }

    /** Hears of each word. */
    interface Word {

        /**
         * One more.
         *
         * @param from its first sign
         * @param to after the last one that is looked at
         */
        void at(int from, int to);
    }

    /** Hears of each pair of words. */
    interface Pair {

        /**
         * One more.
         *
         * @param number the same for the same two words
         * @param first where the first word begins
         * @param firstEnd after its last sign
         * @param second where the second one begins
         * @param secondEnd after its last sign
         */
        void at(long number, int first, int firstEnd, int second, int secondEnd);
    }

    /** Tells the words of a folded text between two places, in order: whatever stands between blanks. */
    static void words(String folded, int from, int to, Word word) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || folded.charAt(i) <= ' ' || folded.charAt(i) == '\u00a0') {
                if (i > start) {
                    word.at(start, Math.min(i, start + MAX_WORD));
                }
                start = i + 1;
            }
        }
    }

    /** Tells the pieces of a folded text between two places, in order. */
    static void each(String folded, int from, int to, Piece piece) {
        words(folded, from, to, (first, end) -> ofWord(folded.substring(first, end), piece));
    }

    /** Tells the pairs of words between two places, in order; a word is a run of letters and digits. */
    static void pairs(String folded, int from, int to, Pair pair) {
        int first = -1;
        int firstEnd = -1;
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean inside = i < to && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (first >= 0 && firstEnd - first <= MAX_WORD && i - start <= MAX_WORD) {
                    long number = more(folded, start, i, (more(folded, first, firstEnd, SEED) ^ ' ') * PRIME);
                    pair.at(number ^ number >>> 29, first, firstEnd, start, i);
                }
                first = start;
                firstEnd = i;
                start = -1;
            }
        }
    }

    private static long more(String folded, int from, int to, long number) {
        long sum = number;
        for (int i = from; i < to; i++) {
            sum = (sum ^ folded.charAt(i)) * PRIME;
        }
        return sum;
    }

    /** Tells the pieces of one folded word. */
    static void ofWord(String word, Piece piece) {
        char[] signs = (' ' + word + ' ').toCharArray();
        ofWord(signs, signs.length, piece);
    }

    private static void ofWord(char[] word, int length, Piece piece) {
        for (int from = 0; from + SHORTEST <= length; from++) {
            long number = SEED;
            int end = Math.min(length, from + LONGEST);
            for (int at = from; at < end; at++) {
                number = (number ^ word[at]) * PRIME;
                if (at - from + 1 >= SHORTEST) {
                    piece.at(number ^ number >>> 29, word, from, at + 1);
                }
            }
        }
    }

    /** The number of a piece as {@link Manner} writes it. */
    static long number(String written) {
        long number = SEED;
        for (int i = 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            number = (number ^ (sign == '_' ? ' ' : sign)) * PRIME;
        }
        return number ^ number >>> 29;
    }

    /** A piece as {@link Manner} writes it. */
    static String written(char[] signs, int from, int to) {
        return new String(signs, from, to - from).replace(' ', '_');
    }
}
