package fr.aubette.classify;

import fr.aubette.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Says how much a text's manner is that of danger, and of which, as logits. */
final class MannerScorer {

    /** What each sign of the lane counts beside the pieces, whose squares add up to 1. */
    static final double SIGN = 0.15;

    /** A text over so many signs is read by parts: danger is told in a few sentences. */
    private static final int LONG = 1_600;

    /** How long its parts are. */
    private static final int PART = 1_000;

    /** Makes a score by the manner as large as one by the signs alone when danger is as likely as not. */
    private static final double EVEN = 1.2;

    /** Signs that weigh less name no danger: a child and a parent in one sentence, for instance. */
    private static final double NAMED = 0.6;

    /**
     * Where no sign names a danger, its manner alone must say this much: a topic that nobody knows is no danger yet.
     */
    private static final double UNNAMED = 0.3;

    /** Taken from what neither says. */
    private static final double DOUBT = 2.5;

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final List<String> labels = new ArrayList<>();
    private final double[] offsets;
    private final List<Map<String, Double>> signs = new ArrayList<>();
    private final PieceTable table = new PieceTable();
    private final float[] rarity;
    private final float[][] weights;
    private final WordMemory<int[]> known = new WordMemory<>(this::pieces);

    MannerScorer(Manner manner, Collection<String> kinds) {
        labels.add(Manner.DANGER);
        labels.addAll(kinds);
        Map<Integer, Float> rare = read(manner.rarity());
        rarity = new float[table.size()];
        rare.forEach((piece, value) -> rarity[piece] = value);
        offsets = labels.stream()
                .mapToDouble(label -> manner.offsets().getOrDefault(label, 0.0))
                .toArray();
        weights = new float[rarity.length][labels.size()];
        for (int label = 0; label < offsets.length; label++) {
            signs.add(manner.signs().getOrDefault(labels.get(label), Map.of()));
            for (Map.Entry<Integer, Float> each :
                    read(manner.pieces().getOrDefault(labels.get(label), "")).entrySet()) {
                if (each.getKey() < rarity.length) {
                    weights[each.getKey()][label] = each.getValue();
                }
            }
        }
    }

    private Map<Integer, Float> read(String lines) {
        Map<Integer, Float> found = new HashMap<>();
        lines.lines().filter(line -> line.contains(": ")).forEach(line -> {
            int colon = line.indexOf(": ");
            float value = Float.parseFloat(line.substring(0, colon));
            BLANK.splitAsStream(line.substring(colon + 2))
                    .forEach(piece -> found.put(table.add(Pieces.number(piece)), value));
        });
        return found;
    }

    /** Whether anything was learned. */
    boolean knowsAny() {
        return rarity.length > 0;
    }

    /**
     * The logit of danger in the part of a text that speaks most of it, then that of each kind there.
     *
     * @param said names of the lane's signs in the text
     */
    double[] of(String text, Collection<String> said) {
        String folded = Folding.sameLength(text);
        double[] best = new double[0];
        Counts counts = new Counts(rarity.length);
        for (int from = 0; from == 0 || from < folded.length(); ) {
            int to = folded.length() <= LONG ? folded.length() : Math.min(folded.length(), from + PART);
            double[] here = part(folded, from, to, counts);
            if (best.length == 0 || here[0] > best[0]) {
                best = here;
            }
            from = Math.max(to, from + 1);
        }
        for (int label = 0; label < best.length; label++) {
            for (String sign : said) {
                best[label] += SIGN * signs.get(label).getOrDefault(sign, 0.0);
            }
        }
        return best;
    }

    private double[] part(String folded, int from, int to, Counts counts) {
        counts.clear();
        Pieces.words(folded, from, to, (first, end) -> {
            for (int piece : known.of(folded, first, end)) {
                counts.add(piece);
            }
        });
        Pieces.pairs(folded, from, to, (number, first, firstEnd, second, end) -> counts.add(table.find(number)));
        double[] sums = new double[offsets.length];
        double square = 0;
        for (int i = 0; i < counts.different(); i++) {
            int piece = counts.piece(i);
            double value = counts.dampedTimes(i) * rarity[piece];
            square += value * value;
            float[] own = weights[piece];
            for (int label = 0; label < sums.length; label++) {
                sums[label] += own[label] * value;
            }
        }
        double norm = square > 0 ? 1 / Math.sqrt(square) : 0;
        for (int label = 0; label < sums.length; label++) {
            sums[label] = sums[label] * norm + offsets[label];
        }
        return sums;
    }

    /** The known pieces of a word, in order. */
    private int[] pieces(String word) {
        IntStream.Builder found = IntStream.builder();
        Pieces.ofWord(word, (number, signs, from, to) -> found.add(table.find(number)));
        return found.build().filter(piece -> piece != PieceTable.NONE).toArray();
    }

    /** The danger by a text's manner, which has learned what its signs are worth. */
    LaneScorer.Danger with(String text, LaneScorer.Danger signs) {
        double[] found = of(text, signs.evidence().stream().map(Evidence::rule).toList());
        List<Evidence> evidence = new ArrayList<>(signs.evidence());
        evidence.add(new Evidence("lane-manner", Figures.signed(found[0])));
        int kind = best(found, 0);
        int next = best(found, kind);
        boolean doubtful = signs.named() < NAMED && found[0] < UNNAMED;
        return new LaneScorer.Danger(
                found[0] + EVEN - (doubtful ? DOUBT : 0),
                labels.get(kind),
                next > 0 ? found[kind] - found[next] : 0,
                signs.named(),
                evidence);
    }

    /** The likeliest kind but one; 0 when there is no other. */
    private static int best(double[] found, int but) {
        int best = 0;
        for (int label = 1; label < found.length; label++) {
            best = label != but && (best == 0 || found[label] > found[best]) ? label : best;
        }
        return best;
    }
}
