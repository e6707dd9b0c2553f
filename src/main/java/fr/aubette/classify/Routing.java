package fr.aubette.classify;

import java.util.List;
import java.util.Map;

/**
 * The rules of {@code config/routing.yaml}, as written there.
 *
 * @param sure least certainty, 0 to 1, for a motive to be given; below it a person qualifies
 * @param categoryWeight how much the category ticked in a form counts beside the text, 0 to 1; a hint, never a proof
 * @param patterns names beginning with {@code #}, usable as words, and what they stand for
 * @param directorates words and their weights, by directorate
 * @param motives words and their weights, by motive; the word {@value #ALWAYS} counts in every text
 * @param numbers motive of calls to a dialled number; digits only
 * @param queues motive of calls that waited in a telephone queue
 * @param mailboxes motive that a recipient address speaks for, and how much
 * @param informed words that ask for another directorate to be informed, by directorate
 * @param machine phrases at the head of a mail that only machines write
 * @param lane the protected lane
 */
public record Routing(
        double sure,
        double categoryWeight,
        Map<String, String> patterns,
        Map<String, Map<String, Double>> directorates,
        Map<String, Map<String, Double>> motives,
        Map<String, String> numbers,
        Map<String, String> queues,
        Map<String, String> mailboxes,
        Map<String, List<String>> informed,
        List<String> machine,
        Lane lane) {

    /** The word that every text holds: its weight is how common a motive is. */
    public static final String ALWAYS = "*";

    /**
     * What makes a text go the restricted way.
     *
     * @param sure least score; a text below goes the ordinary way
     * @param suspected least score for the urgent queue, before anything else is known; lower, since it costs nothing
     * @param kinds motive of each kind of danger, by kind
     * @param topical kinds that keep the ordinary motive when it is sure, and only add the protected lane to it
     * @param groups words by group name
     * @param signs what speaks for or against
     * @param words single words and their weights, learned from examples
     */
    public record Lane(
            double sure,
            double suspected,
            Map<String, String> kinds,
            List<String> topical,
            Map<String, List<String>> groups,
            List<Sign> signs,
            Map<String, Double> words) {}

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
