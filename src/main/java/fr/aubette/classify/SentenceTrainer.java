package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns what a sentence model adds to what words say. Words know their own lessons too well to leave anything to add:
 * each lesson is held against what the words of the other lessons say of it.
 */
final class SentenceTrainer {

    private static final int ROUNDS = 20;
    private static final double RATE = 0.25;
    private static final double SHRINK = 0.002;

    /** Makes the first steps no larger than the later ones. */
    private static final double STEADY = 0.05;

    private final Routing hand;
    private final Catalogue catalogue;
    private final Sentences model;
    private final List<String> motives;

    /** A lesson as its numbers, and what words alone say, as scores of motives. */
    private record Row(Fold fold, float[] numbers, double[] words, Answers.Right right) {}

    private SentenceTrainer(Routing hand, Catalogue catalogue, Sentences model) {
        this.hand = hand;
        this.catalogue = catalogue;
        this.model = model;
        motives = List.copyOf(hand.motives().keySet());
    }

    /**
     * Weights of this model.
     *
     * @throws IllegalStateException if the model leaves a lesson without numbers
     */
    static SentenceWeights learn(List<Fold> folds, Routing hand, Catalogue catalogue, Sentences model) {
        return new SentenceTrainer(hand, catalogue, model).learn(folds);
    }

    private SentenceWeights learn(List<Fold> folds) {
        List<Row> rows = folds.stream().flatMap(fold -> rows(fold).stream()).toList();
        List<Fold> spoken = new ArrayList<>();
        for (Fold fold : folds) {
            List<Row> others = rows.stream().filter(row -> row.fold() != fold).toList();
            spoken.add(fold.with(weights(others, Routing.Calibration.none(), SecondWeights.byHand())));
        }
        Calibrating trials = Calibrating.of(spoken, hand, catalogue);
        return weights(rows, trials.calibration(), trials.seconds());
    }

    private List<Row> rows(Fold fold) {
        Answers answers = new Answers(motives, catalogue);
        Rules rules = Rules.of(fold.learned().addedTo(hand), catalogue);
        List<Row> rows = new ArrayList<>();
        fold.judged().stream().filter(answers::usable).forEach(lesson -> {
            Reading reading = new Reading(rules, lesson.contact());
            Map<String, Double> chances = reading.motivesByWords();
            rows.add(new Row(
                    fold,
                    model.numbers(reading.subjectAndText())
                            .orElseThrow(() -> new IllegalStateException("the sentence model did not answer; nothing"
                                    + " was learned / le modèle de phrases n'a pas répondu ; rien n'est appris")),
                    motives.stream()
                            .mapToDouble(each -> Math.log(Math.max(1e-9, chances.getOrDefault(each, 0.0))))
                            .toArray(),
                    answers.of(lesson)));
        });
        return rows;
    }

    private SentenceWeights weights(List<Row> rows, Routing.Calibration calibration, SecondWeights seconds) {
        float[][] weights = new float[motives.size()][model.size()];
        double[] moved = new double[motives.size()];
        List<Row> order = new ArrayList<>(rows);
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(row -> step(row, weights, moved));
        }
        center(weights);
        Map<String, float[]> named = new HashMap<>();
        for (int m = 0; m < weights.length; m++) {
            named.put(motives.get(m), weights[m]);
        }
        return new SentenceWeights(model.sha256(), model.size(), named, calibration, seconds.ordinary());
    }

    private static void step(Row row, float[][] weights, double[] moved) {
        double[] scores = row.words().clone();
        float[] text = row.numbers();
        for (int m = 0; m < scores.length; m++) {
            for (int i = 0; i < text.length; i++) {
                scores[m] += weights[m][i] * text[i];
            }
        }
        double[] pull = row.right().pull(Topics.softmax(scores));
        for (int m = 0; m < pull.length; m++) {
            moved[m] += pull[m] * pull[m];
            double step = RATE / Math.sqrt(STEADY + moved[m]);
            float[] own = weights[m];
            for (int i = 0; i < text.length; i++) {
                own[i] += (float) (step * (pull[m] * text[i] - SHRINK * own[i]));
            }
        }
    }

    /** What all motives have in common tells nothing; without it a weight says how a motive differs from the others. */
    private static void center(float[][] weights) {
        for (int i = 0; weights.length > 0 && i < weights[0].length; i++) {
            int place = i;
            float mean = (float) Arrays.stream(weights)
                    .mapToDouble(own -> own[place])
                    .average()
                    .orElse(0);
            for (float[] own : weights) {
                own[i] -= mean;
            }
        }
    }
}
