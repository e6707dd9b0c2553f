package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.List;

/** Learns from labelled messages what the hand-written rules do not say. */
public final class Training {

    private Training() {}

    /**
     * Learns; the same lessons always give the same weights.
     *
     * @param byHand the rules without any learned weight
     */
    public static Learned learn(List<Lesson> lessons, Routing byHand, Catalogue catalogue) {
        Calibrating trials = Calibrating.of(lessons, byHand, catalogue);
        return weights(lessons, byHand, catalogue, trials.calibration(), trials.certainty(), trials.seconds());
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
                seconds);
    }
}
