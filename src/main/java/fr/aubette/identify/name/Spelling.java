package fr.aubette.identify.name;

/** How far apart two spellings are. */
public final class Spelling {

    /** Pairs of letters that a scanner takes for one another. */
    private static final String[] LOOK_ALIKE = {
        "il", "lt", "tf", "ce", "eo", "co", "ao", "oq", "uv", "vy", "bh", "hn", "nr", "mn", "gq", "sb", "ij", "rt",
        "ea", "ut", "ft", "jl", "un", "do"
    };

    /** What is taken for one letter when letters touch. */
    private static final String[][] TOUCHING = {
        {"cl", "d"}, {"rn", "m"}, {"ii", "u"}, {"vv", "w"}, {"li", "h"}, {"ri", "n"}, {"nn", "m"}
    };

    private static final double LOOK_ALIKE_COST = 0.4;
    private static final boolean[][] ALIKE = alike();

    private Spelling() {}

    private static boolean[][] alike() {
        boolean[][] alike = new boolean[26][26];
        for (String pair : LOOK_ALIKE) {
            int one = pair.charAt(0) - 'a';
            int other = pair.charAt(1) - 'a';
            if (one >= 0 && one < 26 && other >= 0 && other < 26) {
                alike[one][other] = true;
                alike[other][one] = true;
            }
        }
        return alike;
    }

    /** Letters inserted, left out, replaced or exchanged with their neighbour, to make one spelling of the other. */
    public static double distance(String one, String other) {
        return distance(one, other, false);
    }

    /** The same for what a scanner has read: letters that look alike, or touch, count for less than half. */
    public static double scanned(String one, String other) {
        double plain = distance(one, other, true);
        if (plain < 1) {
            return plain;
        }
        return Math.min(plain, LOOK_ALIKE_COST + distance(parted(one), parted(other), true));
    }

    private static String parted(String word) {
        String parted = word;
        for (String[] letters : TOUCHING) {
            parted = parted.replace(letters[0], letters[1]);
        }
        return parted;
    }

    private static double distance(String one, String other, boolean scanned) {
        if (one.equals(other)) {
            return 0;
        }
        int width = other.length() + 1;
        double[] table = new double[(one.length() + 1) * width];
        for (int j = 1; j < width; j++) {
            table[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int row = i * width;
            table[row] = i;
            char a = one.charAt(i - 1);
            for (int j = 1; j < width; j++) {
                char b = other.charAt(j - 1);
                int at = row + j;
                double best = table[at - width - 1] + (a == b ? 0 : cost(a, b, scanned));
                best = Math.min(best, Math.min(table[at - width], table[at - 1]) + 1);
                if (i > 1 && j > 1 && a != b && a == other.charAt(j - 2) && one.charAt(i - 2) == b) {
                    best = Math.min(best, table[at - 2 * width - 2] + 1);
                }
                table[at] = best;
            }
        }
        return table[table.length - 1];
    }

    private static double cost(char a, char b, boolean scanned) {
        boolean alike = scanned && a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && ALIKE[a - 'a'][b - 'a'];
        return alike ? LOOK_ALIKE_COST : 1;
    }

    /** Jaro-Winkler's likeness, 0 to 1. */
    public static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        double jaro = jaro(one, other);
        int same = 0;
        int longest = Math.min(4, Math.min(one.length(), other.length()));
        while (same < longest && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return jaro + same * 0.1 * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        int window = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] used = new boolean[other.length()];
        char[] common = new char[one.length()];
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            int end = Math.min(other.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (!used[j] && one.charAt(i) == other.charAt(j)) {
                    used[j] = true;
                    common[count++] = one.charAt(i);
                    break;
                }
            }
        }
        return count == 0 ? 0 : jaro(one.length(), other, used, common, count);
    }

    private static double jaro(int length, String other, boolean[] used, char[] common, int count) {
        int moved = 0;
        int at = 0;
        for (int j = 0; j < other.length(); j++) {
            if (used[j] && common[at++] != other.charAt(j)) {
                moved++;
            }
        }
        double part = count;
        return (part / length + part / other.length() + (part - moved / 2.0) / part) / 3;
    }
}
