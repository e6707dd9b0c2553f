package fr.aubette.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Learns the manner of danger: logistic regression on the pieces of the texts and on the lane's signs in them. */
final class MannerTrainer {

    /** Texts that must hold a piece for it to count. */
    private static final int LEAST_TEXTS = 3;

    /** How much the lessons count beside small weights. */
    private static final double STRENGTH = 30;

    /** A text has a tenth as many pairs of words as pieces of words: so much more each counts. */
    private static final double PAIR = 3;

    /** A message missed costs as much as so many false alarms. */
    private static final double MISSED = 4;

    private static final double SMALLEST = 0.05;

    private final Words words;
    private final LaneScorer scorer;
    private final List<String> kinds;
    private final List<String> signs;

    MannerTrainer(Routing hand) {
        words = new Words(hand.patterns());
        scorer = new LaneScorer(hand.lane(), words);
        kinds = List.copyOf(hand.lane().kinds().keySet());
        signs = hand.lane().signs().stream().map(sign -> "lane-" + sign.name()).toList();
    }

    Manner learn(List<Lesson> lessons) {
        Corpus corpus = new Corpus(lessons);
        Map<String, Double> offsets = new HashMap<>();
        Map<String, Map<String, Double>> bySign = new HashMap<>();
        Map<String, String> pieces = new HashMap<>();
        List<Lesson> dangers = lessons.stream().filter(Lesson::danger).toList();
        Corpus ofKinds = new Corpus(dangers, corpus);
        for (String label : labels()) {
            boolean any = label.equals(Manner.DANGER);
            double[] weights = (any ? corpus : ofKinds).fitted(label);
            offsets.put(label, rounded(weights[weights.length - 1], 100));
            Map<String, Double> own = new LinkedHashMap<>();
            for (int s = 0; s < signs.size(); s++) {
                own.put(signs.get(s), rounded(weights[corpus.known.size() + s], 100));
            }
            bySign.put(label, own);
            pieces.put(label, corpus.lines(weights, 20));
        }
        return new Manner(offsets, bySign, corpus.lines(corpus.rarity, 4), pieces, Manner.Certainty.none());
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        labels.add(Manner.DANGER);
        labels.addAll(kinds);
        return labels;
    }

    /** Whether a piece can be written into a file and read again. */
    private static boolean plain(String piece) {
        return piece.chars()
                .allMatch(sign -> sign > ' ' && sign < 0x2100 && sign != ':' && !Character.isISOControl(sign));
    }

    /** Whether it is two words: a piece has a blank at its ends only. */
    private static boolean pair(String piece) {
        int blank = piece.indexOf('_', 1);
        return blank > 0 && blank < piece.length() - 1;
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }

    /** Lessons as sparse rows: pieces, then signs, then the one that counts in every text. */
    private final class Corpus {

        private final List<Lesson> lessons;
        private final List<String> known = new ArrayList<>();
        private final PieceTable table;
        private final double[] rarity;
        private final int[][] features;
        private final float[][] values;

        Corpus(List<Lesson> lessons) {
            this.lessons = lessons;
            table = new PieceTable();
            rarity = count();
            features = new int[lessons.size()][];
            values = new float[lessons.size()][];
            fill();
        }

        /** Other lessons in the terms of a larger corpus. */
        Corpus(List<Lesson> lessons, Corpus larger) {
            this.lessons = lessons;
            known.addAll(larger.known);
            table = larger.table;
            rarity = larger.rarity;
            features = new int[lessons.size()][];
            values = new float[lessons.size()][];
            fill();
        }

        /** Keeps the pieces that enough texts hold, and says how rare each is. */
        private double[] count() {
            PieceTable all = new PieceTable();
            List<String> written = new ArrayList<>();
            List<int[]> texts = new ArrayList<>();
            for (int lesson = 0; lesson < lessons.size(); lesson++) {
                String folded = Folding.sameLength(lessons.get(lesson).text());
                int now = lesson;
                Pieces.each(folded, 0, folded.length(), (number, signs, from, to) -> {
                    int place = all.add(number);
                    if (place == written.size()) {
                        written.add(Pieces.written(signs, from, to));
                    }
                    seen(texts, place, now);
                });
                Pieces.pairs(folded, 0, folded.length(), (number, first, firstEnd, second, end) -> {
                    int place = all.add(number);
                    if (place == written.size()) {
                        written.add(folded.substring(first, firstEnd) + "_" + folded.substring(second, end));
                    }
                    seen(texts, place, now);
                });
            }
            List<Double> rare = new ArrayList<>();
            for (int place = 0; place < written.size(); place++) {
                int often = texts.get(place)[0];
                if (often >= LEAST_TEXTS && plain(written.get(place))) {
                    table.add(Pieces.number(written.get(place)));
                    known.add(written.get(place));
                    double rarity = 1 + Math.log((1.0 + lessons.size()) / (1 + often));
                    rare.add(rounded((pair(written.get(place)) ? PAIR : 1) * rarity, 4));
                }
            }
            return rare.stream().mapToDouble(each -> each).toArray();
        }

        private static void seen(List<int[]> texts, int place, int now) {
            if (place == texts.size()) {
                texts.add(new int[] {0, -1});
            }
            int[] seen = texts.get(place);
            seen[0] += seen[1] == now ? 0 : 1;
            seen[1] = now;
        }

        private void fill() {
            for (int lesson = 0; lesson < features.length; lesson++) {
                String text = lessons.get(lesson).text();
                String folded = Folding.sameLength(text);
                Counts counts = new Counts(known.size());
                Pieces.each(folded, 0, folded.length(), (number, s, from, to) -> counts.add(table.find(number)));
                Pieces.pairs(folded, 0, folded.length(), (number, a, b, c, d) -> counts.add(table.find(number)));
                List<Integer> said = scorer.of(text, words.of(text)).evidence().stream()
                        .map(each -> signs.indexOf(each.rule()))
                        .filter(sign -> sign >= 0)
                        .toList();
                int pieces = counts.different();
                int[] row = new int[pieces + said.size() + 1];
                float[] value = new float[row.length];
                double square = 0;
                for (int i = 0; i < pieces; i++) {
                    row[i] = counts.piece(i);
                    value[i] = (float) (counts.dampedTimes(i) * rarity[row[i]]);
                    square += value[i] * value[i];
                }
                for (int i = 0; i < pieces; i++) {
                    value[i] /= (float) Math.sqrt(square);
                }
                for (int i = 0; i < said.size(); i++) {
                    row[pieces + i] = known.size() + said.get(i);
                    value[pieces + i] = (float) MannerScorer.SIGN;
                }
                row[row.length - 1] = known.size() + signs.size();
                value[row.length - 1] = 1;
                features[lesson] = row;
                values[lesson] = value;
            }
        }

        double[] fitted(String label) {
            boolean any = label.equals(Manner.DANGER);
            boolean[] right = new boolean[lessons.size()];
            double[] counts = new double[lessons.size()];
            for (int i = 0; i < right.length; i++) {
                Lesson lesson = lessons.get(i);
                right[i] = any ? lesson.danger() : lesson.kind().equals(label);
                counts[i] = STRENGTH * (any && right[i] ? MISSED : 1);
            }
            return new LogisticFit(features, values, known.size() + signs.size() + 1).of(right, counts);
        }

        /** Pieces by their rounded weight, the heaviest first. */
        String lines(double[] weights, int parts) {
            Map<Double, StringBuilder> lines = new TreeMap<>(java.util.Comparator.reverseOrder());
            for (int piece = 0; piece < known.size(); piece++) {
                if (Math.abs(weights[piece]) >= SMALLEST) {
                    lines.computeIfAbsent(rounded(weights[piece], parts), each -> new StringBuilder())
                            .append(' ')
                            .append(known.get(piece));
                }
            }
            StringBuilder text = new StringBuilder();
            lines.forEach((weight, each) -> text.append(String.format(Locale.ROOT, "%.2f:", weight))
                    .append(each)
                    .append('\n'));
            return text.toString();
        }
    }
}
