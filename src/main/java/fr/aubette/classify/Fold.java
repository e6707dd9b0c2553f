package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * Some lessons, to be judged by what the others teach.
 *
 * @param learned from the others
 */
record Fold(List<Lesson> judged, Learned learned) {

    private static final int FOLDS = 4;

    /** Lessons parted in their order, so that a voice which fills a file is judged by the other voices. */
    static List<Fold> of(List<Lesson> lessons, Routing byHand, Catalogue catalogue) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Lesson> others = new ArrayList<>();
            List<Lesson> judged = new ArrayList<>();
            for (int i = 0; i < lessons.size(); i++) {
                (i * FOLDS / lessons.size() == fold ? judged : others).add(lessons.get(i));
            }
            Learned learned = Training.weights(
                    others,
                    byHand,
                    catalogue,
                    Routing.Calibration.none(),
                    Manner.Certainty.none(),
                    SecondWeights.byHand());
            folds.add(new Fold(judged, learned));
        }
        return folds;
    }

    /** The same, with what a sentence model adds. */
    Fold with(SentenceWeights sentences) {
        return new Fold(judged, learned.with(sentences));
    }
}
