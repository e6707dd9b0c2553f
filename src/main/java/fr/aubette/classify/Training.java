package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Learns from labelled messages what the hand-written rules do not say. */
public final class Training {

    private static final int FOLDS = 4;
    private static final int ROUNDS = 2_000;
    private static final int SEED = 11;
    private static final double LEAST_SLOPE = 0.05;

    private Training() {}

    /**
     * Learns; the same lessons always give the same weights.
     *
     * @param byHand the rules without any learned weight
     */
    public static Learned learn(List<Lesson> lessons, Routing byHand, Catalogue catalogue) {
        return weights(lessons, byHand, catalogue, calibration(lessons, byHand, catalogue));
    }

    static Learned weights(List<Lesson> lessons, Routing byHand, Catalogue catalogue, Routing.Calibration calibration) {
        TopicTrainer topics = new TopicTrainer(byHand, catalogue);
        topics.learn(lessons);
        LaneTrainer lane = new LaneTrainer(byHand);
        lane.learn(lessons);
        return new Learned(
                topics.directorates(),
                topics.motives(),
                lane.words(),
                lane.signs(),
                new KindTrainer(byHand).learn(lessons),
                calibration,
                new MannerTrainer(byHand).learn(lessons));
    }

    /** Compares the chances that others' weights give to each lesson with how often they are right. */
    private static Routing.Calibration calibration(List<Lesson> lessons, Routing byHand, Catalogue catalogue) {
        List<double[]> trials = new ArrayList<>();
        List<Lesson> mixed = new ArrayList<>(lessons);
        Collections.shuffle(mixed, new Random(SEED));
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Lesson> others = new ArrayList<>();
            List<Lesson> judged = new ArrayList<>();
            for (int i = 0; i < mixed.size(); i++) {
                (i % FOLDS == fold ? judged : others).add(mixed.get(i));
            }
            TopicTrainer topics = new TopicTrainer(byHand, catalogue);
            topics.learn(others);
            Rules rules = Rules.of(
                    new Learned(
                                    topics.directorates(),
                                    topics.motives(),
                                    Map.of(),
                                    Map.of(),
                                    Map.of(),
                                    Routing.Calibration.none(),
                                    Manner.none())
                            .addedTo(byHand),
                    catalogue);
            judged.stream()
                    .filter(each -> !each.danger() && catalogue.directorates().containsKey(each.directorate()))
                    .forEach(each -> trials.add(trial(rules, each)));
        }
        return fitted(trials);
    }

    private static double[] trial(Rules rules, Lesson lesson) {
        Topics.Guess guess = new Reading(rules, lesson.contact()).whole();
        double right = guess.directorate().equals(lesson.directorate())
                        || lesson.secondary().contains(guess.directorate())
                ? 1
                : 0;
        return new double[] {Routing.Calibration.logit(guess.certainty()), right};
    }

    /** Logistic regression of right or wrong on the chance's logit. */
    private static Routing.Calibration fitted(List<double[]> trials) {
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS && !trials.isEmpty(); round++) {
            double bySlope = 0;
            double byOffset = 0;
            for (double[] trial : trials) {
                double miss = trial[1] - 1 / (1 + Math.exp(-slope * trial[0] - offset));
                bySlope += miss * trial[0];
                byOffset += miss;
            }
            slope = Math.max(LEAST_SLOPE, slope + bySlope / trials.size());
            offset += byOffset / trials.size();
        }
        return new Routing.Calibration(slope, offset);
    }
}
