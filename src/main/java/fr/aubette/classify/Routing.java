package fr.aubette.classify;

import java.util.List;
import java.util.Map;

/**
 * The rules of {@code config/routing.yaml}, as written there.
 *
 * @param sure least certainty, 0 to 1, for a motive to be given; below it a person qualifies
 * @param second least chance, 0 to 1, of another topic for it to become a matter of its own
 * @param perhaps least chance of it to be shown to the person who takes the contact; lower, since it costs a glance
 * @param categoryWeight how much the category ticked in a form counts beside the text, 0 to 1; a hint, never a proof
 * @param patterns names beginning with {@code #}, usable as words, and what they stand for
 * @param directorates words and their weights, by directorate
 * @param motives words and their weights, by motive; the word {@value #ALWAYS} counts in every text
 * @param numbers motive of calls to a dialled number; digits only
 * @param queues motive of calls that waited in a telephone queue
 * @param mailboxes motive that a recipient address speaks for, and how much
 * @param informed words that ask for another directorate to be informed, by directorate
 * @param companions words that tell of a second topic beside a first
 * @param machine phrases at the head of a mail that only machines write
 * @param machineWords words of mails that only machines write, and their weights
 * @param lane the protected lane
 * @param calibration how the likeliest directorate's chance becomes a confidence
 * @param manner how danger is told, learned
 * @param seconds what tells of a second topic
 * @param facts what decides whatever the weights say
 * @param sentences the place of a sentence model
 */
public record Routing(
        double sure,
        double second,
        double perhaps,
        double categoryWeight,
        Map<String, String> patterns,
        Map<String, Map<String, Double>> directorates,
        Map<String, Map<String, Double>> motives,
        Map<String, String> numbers,
        Map<String, String> queues,
        Map<String, String> mailboxes,
        Map<String, List<String>> informed,
        List<Companion> companions,
        List<String> machine,
        Map<String, Double> machineWords,
        Lane lane,
        Calibration calibration,
        Manner manner,
        SecondWeights seconds,
        Facts facts,
        SentenceTerm sentences) {

    /** The same rules with this in the place of the sentence model. */
    public Routing with(SentenceTerm other) {
        return new Routing(
                sure,
                second,
                perhaps,
                categoryWeight,
                patterns,
                directorates,
                motives,
                numbers,
                queues,
                mailboxes,
                informed,
                companions,
                machine,
                machineWords,
                lane,
                calibration,
                manner,
                seconds,
                facts,
                other);
    }

    /**
     * What decides whatever the weights say.
     *
     * @param objects what an object line says to name a motive outright, by motive
     * @param instead what makes a matter another's
     */
    public record Facts(Map<String, List<String>> objects, List<Instead> instead) {

        /** Nothing does. */
        public static Facts none() {
            return new Facts(Map.of(), List.of());
        }
    }

    /**
     * What makes a matter of some motives that of another.
     *
     * @param of the motives that their words say
     * @param to the motive that it is
     * @param words of each list the text must say one; the first list's is shown
     * @param why the article, as agents read it
     */
    public record Instead(List<String> of, String to, List<List<String>> words, String why) {}

    /**
     * Makes confidence say the truth: of decisions with confidence 0.9, nine in ten are right. Learned on messages that
     * the weights were not learned from.
     *
     * @param slope of the chance's logit; 1 changes nothing
     * @param offset added to it; 0 changes nothing
     * @param second taken from it for a second topic, times its chance; 0 changes nothing
     */
    public record Calibration(double slope, double offset, double second) {

        private static final double EDGE = 1e-6;

        /** The chance itself. */
        public static Calibration none() {
            return new Calibration(1, 0, 0);
        }

        double confidence(double chance) {
            return confidence(chance, 0);
        }

        /**
         * As {@link #confidence(double)}, beside a second topic of some chance: which of the two leads is less sure.
         */
        double confidence(double chance, double other) {
            return 1 / (1 + Math.exp(-slope * logit(chance) - offset + second * other));
        }

        static double logit(double chance) {
            double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
            return Math.log(inside / (1 - inside));
        }
    }

    /**
     * Words that, beside a first topic, often tell of a second one.
     *
     * @param first directorates of the first topic
     * @param second the other topic's directorate
     * @param words any of them in the text
     */
    public record Companion(List<String> first, String second, List<String> words) {}

    /** The word that every text holds: its weight is how common a motive is. */
    public static final String ALWAYS = "*";

    /**
     * What makes a text go the restricted way.
     *
     * @param sure least score; a text below goes the ordinary way
     * @param suspected least score for the urgent queue, before anything else is known; lower, since it costs nothing
     * @param ordinary how much the certainty of an ordinary topic speaks against danger, by its logit
     * @param kinds motive of each kind of danger, by kind
     * @param topical kinds that keep the ordinary motive when it is sure, and only add the protected lane to it
     * @param groups words by group name
     * @param signs what speaks for or against
     * @param words single words and their weights, learned from examples
     * @param kindWords words that tell one danger from another, by kind, learned likewise
     */
    public record Lane(
            double sure,
            double suspected,
            double ordinary,
            Map<String, String> kinds,
            List<String> topical,
            Map<String, List<String>> groups,
            List<Sign> signs,
            Map<String, Double> words,
            Map<String, Map<String, Double>> kindWords) {}

    /**
     * A sign of danger, or of its absence.
     *
     * @param name as agents read it in the evidence
     * @param kinds which dangers it speaks for; empty for all
     * @param weight how much; negative speaks against
     * @param groups all of them must have a word in the same passage; in the whole text when the weight is negative
     */
    public record Sign(String name, List<String> kinds, double weight, List<String> groups) {}
}
