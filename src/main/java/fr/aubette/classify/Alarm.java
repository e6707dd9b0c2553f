package fr.aubette.classify;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Weighs danger against the ordinary topic of a text: words of danger in a text that is clearly about an ordinary
 * matter are mostly figures of speech.
 */
final class Alarm {

    /** Between these, the chance of an ordinary topic speaks against danger: no topic outweighs it alone. */
    private static final double SUREST = 0.97;

    private static final double LEAST_SURE = 0.05;

    /** How much more a sentence alone must score than a text: it is read without what may calm it. */
    private static final double ALONE = 2;

    /** How much more it must score to need nothing else. */
    private static final double NO_DOUBT = 4;

    private final Rules rules;
    private final Function<String, Topics.Guess> topics;

    Alarm(Rules rules, Function<String, Topics.Guess> topics) {
        this.rules = rules;
        this.topics = topics;
    }

    /**
     * What a text newly says.
     *
     * @param whole subject and text
     * @param topic of the whole
     */
    LaneScorer.Danger of(String whole, String text, List<Token> tokens, Sightings said, Topics.Guess topic) {
        LaneScorer.Danger signs = rules.lane().of(whole, tokens, said);
        LaneScorer.Danger calmed = rules.told(whole, signs).minus(calm(topic));
        double sure = rules.routing().lane().sure();
        if (signs.score() < sure || calmed.score() >= sure) {
            return calmed;
        }
        return Passages.of(text).stream().flatMap(this::alone).findFirst().orElse(calmed);
    }

    /**
     * One sentence that speaks of danger by its signs and by its manner, or by signs that leave no doubt, is not calmed
     * by the others.
     */
    private Stream<LaneScorer.Danger> alone(String passage) {
        double sure = rules.routing().lane().sure();
        LaneScorer.Danger signs = rules.signs(passage);
        if (signs.score() - 2 * calm(LEAST_SURE) - sure < ALONE) {
            return Stream.empty(); // whatever its topic
        }
        double calm = calm(topics.apply(passage));
        LaneScorer.Danger told = rules.told(passage, signs).minus(calm);
        double plainly = signs.score() - 2 * calm - sure;
        if (plainly >= NO_DOUBT || plainly >= ALONE && told.score() >= sure) {
            return Stream.of(told.score() >= sure ? told : signs);
        }
        return Stream.empty();
    }

    private double calm(Topics.Guess topic) {
        return calm(topic.chance(topic.directorate()));
    }

    private double calm(double chance) {
        double inside = Math.min(SUREST, Math.max(LEAST_SURE, chance));
        return rules.routing().lane().ordinary() * Routing.Calibration.logit(inside);
    }
}
