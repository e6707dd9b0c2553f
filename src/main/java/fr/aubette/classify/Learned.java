package fr.aubette.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights learned from labelled messages, to be added to the hand-written ones.
 *
 * @param directorates words and their weights, by directorate
 * @param motives words and their weights, by motive
 * @param laneWords words that speak for danger, or against it
 * @param signs weights of the lane's signs, which replace the written ones
 * @param kindWords words that tell one danger from another, by kind
 * @param calibration how a chance becomes a confidence
 * @param manner how danger is told
 * @param seconds what tells of a second topic
 * @param sentences what a sentence model adds; empty without one
 */
public record Learned(
        Map<String, Map<String, Double>> directorates,
        Map<String, Map<String, Double>> motives,
        Map<String, Double> laneWords,
        Map<String, Double> signs,
        Map<String, Map<String, Double>> kindWords,
        Routing.Calibration calibration,
        Manner manner,
        SecondWeights seconds,
        Optional<SentenceWeights> sentences) {

    /** The hand-written rules with these weights added. */
    public Routing addedTo(Routing hand) {
        Routing.Lane lane = hand.lane();
        List<Routing.Sign> moved = lane.signs().stream()
                .map(sign -> new Routing.Sign(
                        sign.name(), sign.kinds(), signs.getOrDefault(sign.name(), sign.weight()), sign.groups()))
                .toList();
        return new Routing(
                hand.sure(),
                hand.second(),
                hand.perhaps(),
                hand.categoryWeight(),
                hand.patterns(),
                sum(hand.directorates(), directorates),
                sum(hand.motives(), motives),
                hand.numbers(),
                hand.queues(),
                hand.mailboxes(),
                hand.informed(),
                hand.companions(),
                hand.machine(),
                hand.machineWords(),
                new Routing.Lane(
                        lane.sure(),
                        lane.suspected(),
                        lane.ordinary(),
                        lane.kinds(),
                        lane.topical(),
                        lane.groups(),
                        moved,
                        laneWords,
                        kindWords),
                calibration,
                manner,
                seconds,
                hand.facts(),
                hand.sentences().with(sentences));
    }

    /** The same, with what a sentence model adds. */
    Learned with(SentenceWeights model) {
        return with(Optional.of(model));
    }

    /** The weights of words alone. */
    public Learned byWords() {
        return with(Optional.empty());
    }

    private Learned with(Optional<SentenceWeights> model) {
        return new Learned(directorates, motives, laneWords, signs, kindWords, calibration, manner, seconds, model);
    }

    /** What the file of learned weights says. */
    public String text() {
        return LearnedFile.text(this);
    }

    private static Map<String, Map<String, Double>> sum(
            Map<String, Map<String, Double>> hand, Map<String, Map<String, Double>> learned) {
        Map<String, Map<String, Double>> sum = new LinkedHashMap<>();
        hand.forEach((code, words) -> sum.put(code, new LinkedHashMap<>(words)));
        learned.forEach((code, words) -> words.forEach((word, weight) ->
                sum.computeIfAbsent(code, each -> new LinkedHashMap<>()).merge(word, weight, Double::sum)));
        return sum;
    }
}
