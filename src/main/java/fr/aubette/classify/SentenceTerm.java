package fr.aubette.classify;

import java.util.Optional;

/**
 * The place of a sentence model: one more term of the motives' scores, when there is a model and weights that were
 * learned with it.
 *
 * @param model empty when none is named, or it cannot be used
 * @param weights empty when nothing was learned with this very model
 * @param hindrance why a model that is named says nothing
 */
public record SentenceTerm(
        Optional<Sentences> model, Optional<SentenceWeights> weights, Optional<Hindrance> hindrance) {

    /**
     * Why a model that is named says nothing, and what to do next.
     *
     * @param english what is wrong
     * @param french the same
     * @param adviceInEnglish what to do
     * @param adviceInFrench the same
     */
    public record Hindrance(String english, String french, String adviceInEnglish, String adviceInFrench) {

        @Override
        public String toString() {
            return english + ": " + adviceInEnglish + " / " + french + " : " + adviceInFrench;
        }
    }

    /** No model is named. */
    public static SentenceTerm none() {
        return new SentenceTerm(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A model is named and says nothing. */
    public static SentenceTerm hindered(Hindrance hindrance) {
        return new SentenceTerm(Optional.empty(), Optional.empty(), Optional.of(hindrance));
    }

    /** Whether texts are asked of the model. */
    public boolean speaks() {
        return model.isPresent() && weights.isPresent();
    }

    /** By this model instead, when there is one. */
    public SentenceTerm by(Sentences other) {
        return new SentenceTerm(model.map(each -> other), weights, hindrance);
    }

    /** The same model with what was learned with it. */
    SentenceTerm with(Optional<SentenceWeights> learned) {
        return new SentenceTerm(model, learned, hindrance);
    }
}
