package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says how often decisions are right, apart for topics and for alarms: each lesson is decided by what the others teach.
 */
final class Calibrating {

    private static final int ROUNDS = 4_000;
    private static final double STEP = 0.5;
    private static final double LEAST_SLOPE = 0.05;

    private final Catalogue catalogue;

    private final List<Trial> topics = new ArrayList<>();
    private final SecondTrainer ordinary = new SecondTrainer();
    private final SecondTrainer beside = new SecondTrainer();

    /** Right or not, then what tells it, by decision. */
    private final List<double[]> alarms = new ArrayList<>();

    /** What the program thought of a text, and who should answer. */
    private record Trial(Topics.Guess first, SecondSigns signs, String directorate, Routing routing) {}

    private Calibrating(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Calibrating of(List<Fold> folds, Routing byHand, Catalogue catalogue) {
        Calibrating trials = new Calibrating(catalogue);
        folds.forEach(fold -> {
            Rules rules = Rules.of(fold.learned().addedTo(byHand), catalogue);
            fold.judged().stream()
                    .filter(each -> catalogue.directorates().containsKey(each.directorate()))
                    .forEach(each -> trials.decide(rules, each));
            Joined.of(fold.judged()).forEach(each -> trials.join(rules, each));
        });
        return trials;
    }

    private void decide(Rules rules, Lesson lesson) {
        Reading reading = new Reading(rules, lesson.contact());
        LaneScorer.Danger danger = reading.danger();
        double least = rules.routing().lane().sure();
        if (!lesson.danger()) {
            Topics.Guess first = reading.whole();
            SecondSigns signs = reading.signs(first);
            ordinary.add(signs, others(lesson.directorate(), lesson.secondary(), first.directorate()), 1);
            topics.add(new Trial(first, signs, lesson.directorate(), rules.routing()));
        } else if (danger.score() >= least) {
            beside.add(reading.signsBeside(danger), Set.copyOf(lesson.secondary()), 1);
        }
        if (danger.score() >= least) {
            Matter matter = reading.matters().get(0);
            boolean right = catalogue.motive(matter.motive()).directorate().equals(lesson.directorate());
            alarms.add(new double[] {right ? 1 : 0, danger.score() - least, danger.margin()});
        }
    }

    /** What tells of a second topic in texts that are joined of two. */
    private void join(Rules rules, Joined.Text text) {
        Reading reading = new Reading(rules, text.contact());
        if (!text.danger()) {
            Topics.Guess first = reading.whole();
            Set<String> right = others(text.directorate(), text.secondary(), first.directorate());
            ordinary.add(reading.signs(first), right, Joined.WEIGHT);
            return;
        }
        LaneScorer.Danger danger = reading.danger();
        if (danger.score() >= rules.routing().lane().sure()) {
            beside.add(reading.signsBeside(danger), text.secondary(), Joined.WEIGHT);
        }
    }

    /** The topics of a text beside the one that looks likeliest: the main one when that is only the second. */
    private static Set<String> others(String main, Collection<String> secondary, String first) {
        Set<String> others = new HashSet<>(secondary);
        if (others.remove(first)) {
            others.add(main);
        }
        return others;
    }

    /** What tells of a second topic. */
    SecondWeights seconds() {
        SecondWeights byHand = SecondWeights.byHand();
        return new SecondWeights(ordinary.weights(byHand.ordinary()), beside.weights(byHand.danger()));
    }

    private static double[] judged(Trial trial, double[] weights) {
        SecondTopic second = SecondTopic.of(trial.signs(), weights);
        String lead = Reading.leads(second, trial.routing())
                ? second.directorate()
                : trial.first().directorate();
        double logit = Routing.Calibration.logit(Reading.chance(trial.first(), second));
        return new double[] {lead.equals(trial.directorate()) ? 1 : 0, logit, -second.score()};
    }

    /** How a topic's chance becomes a confidence. */
    Routing.Calibration calibration() {
        double[] weights = SecondSigns.ordered(seconds().ordinary());
        double[] fitted =
                fitted(topics.stream().map(each -> judged(each, weights)).toList(), new double[] {0, 1, 0});
        return new Routing.Calibration(fitted[1], fitted[0], fitted[2]);
    }

    /** How sure an alarm's desk is. */
    Manner.Certainty certainty() {
        double[] fitted = fitted(alarms, new double[] {0, 1, 0});
        return new Manner.Certainty(fitted[0], fitted[1], fitted[2]);
    }

    /** Logistic regression of right or wrong: an offset, then a weight for each thing that tells it. */
    private static double[] fitted(List<double[]> trials, double[] start) {
        double[] weights = start;
        for (int round = 0; round < ROUNDS && !trials.isEmpty(); round++) {
            double[] slope = new double[weights.length];
            for (double[] trial : trials) {
                double score = weights[0];
                for (int i = 1; i < weights.length; i++) {
                    score += weights[i] * trial[i];
                }
                double miss = trial[0] - 1 / (1 + Math.exp(-score));
                slope[0] += miss;
                for (int i = 1; i < weights.length; i++) {
                    slope[i] += miss * trial[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                double moved = weights[i] + STEP * slope[i] / trials.size();
                weights[i] = i == 0 ? moved : Math.max(LEAST_SLOPE, moved);
            }
        }
        return weights;
    }
}
