package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.List;
import java.util.Optional;

/** Learns from labelled messages what the hand-written rules do not say. */
public final class Training {

    private Training() {}

    /**
     * Learns; the same lessons always give the same weights, and the same ones of words with a sentence model as
     * without.
     *
     * @param byHand the rules without any learned weight
     * @throws IllegalStateException if a sentence model is named and leaves a lesson without an answer
     */
    public static Learned learn(List<Lesson> lessons, Routing byHand, Catalogue catalogue) {
        List<Fold> folds = Fold.of(lessons, byHand, catalogue);
        Calibrating trials = Calibrating.of(folds, byHand, catalogue);
        Learned words = weights(lessons, byHand, catalogue, trials.calibration(), trials.certainty(), trials.seconds());
        return byHand.sentences()
                .model()
                .map(model -> words.with(SentenceTrainer.learn(folds, byHand, catalogue, model)))
                .orElse(words);
    }

    static Learned weights(
            List<Lesson> lessons,
            Routing byHand,
            Catalogue catalogue,
            Routing.Calibration calibration,
            Manner.Certainty certainty,
            SecondWeights seconds) {
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
                new MannerTrainer(byHand).learn(lessons).with(certainty),
                seconds,
                Optional.empty());
    }
}
