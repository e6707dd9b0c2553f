package fr.aubette.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Pairs with what a program thinks of each, held against the answers. */
final class Scored {

    private record Pair(boolean same, double score) {}

    private final Lines lines;
    private final List<Pair> pairs = new ArrayList<>();

    Scored(Lines lines) {
        this.lines = lines;
    }

    void add(int one, int other, double score) {
        pairs.add(new Pair(lines.clusters().get(one).equals(lines.clusters().get(other)), score));
    }

    /** Precision, recall and F at the threshold that is best by the answers. */
    String best() {
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        long all = lines.pairs();
        long right = 0;
        double most = 0;
        String best = "nothing found";
        for (int i = 0; i < pairs.size(); i++) {
            right += pairs.get(i).same() ? 1 : 0;
            boolean last = i + 1 == pairs.size() || pairs.get(i + 1).score() < pairs.get(i).score();
            double f = 2.0 * right / (all + i + 1);
            if (last && f > most) {
                most = f;
                best = said(right, i + 1, all) + String.format(Locale.ROOT, "  from %.3f", pairs.get(i).score());
            }
        }
        return best;
    }

    /** The same at a threshold that is told. */
    String at(double threshold) {
        List<Pair> found = pairs.stream().filter(p -> p.score() >= threshold).toList();
        return said(found.stream().filter(Pair::same).count(), found.size(), lines.pairs());
    }

    private static String said(long right, long found, long all) {
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  F %.3f",
                (double) right / Math.max(1, found),
                (double) right / all,
                2.0 * right / (all + found));
    }
}
