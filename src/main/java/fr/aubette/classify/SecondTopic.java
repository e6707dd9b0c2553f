package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Another matter in the same text, that another directorate answers: one of its clauses speaks clearly of it, the more
 * so when words announce it ("par ailleurs", "deux questions").
 *
 * @param directorate who answers it
 * @param score how likely it is that the text has it, 0 to 1
 * @param comesFirst whether the text speaks of it before it speaks of the other: then it is the main one
 * @param next the likeliest directorate but this one, and how likely
 * @param own the passages that are about it; empty when they cannot be told apart from the first
 * @param rest the others
 */
record SecondTopic(
        String directorate, double score, boolean comesFirst, Candidate next, List<String> own, List<String> rest) {

    /** A directorate, and how likely it is that the text has a second matter of its. */
    record Candidate(String directorate, double score) {}

    /** The clearest other topic; its passages are not told apart. */
    static SecondTopic of(SecondSigns signs, double[] weights) {
        double[] chances = signs.chances(weights);
        List<Integer> order = IntStream.range(0, signs.directorates().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(each -> chances[each])
                        .reversed())
                .limit(2)
                .toList();
        if (order.size() < 2) {
            return new SecondTopic("", 0, false, new Candidate("", 0), List.of(), List.of());
        }
        int best = order.get(0);
        int next = order.get(1);
        return new SecondTopic(
                signs.directorates().get(best),
                chances[best],
                signs.begins()[best],
                new Candidate(signs.directorates().get(next), chances[next]),
                List.of(),
                List.of());
    }

    /**
     * The same, its passages and the others told apart.
     *
     * @param best its place among the topics' directorates
     * @param first the other topic's place
     */
    SecondTopic parted(Clauses clauses, int best, int first) {
        List<String> mine = new ArrayList<>();
        List<String> others = new ArrayList<>();
        clauses.told(best, first)
                .forEach((span, chances) -> (chances[best] > chances[first] ? mine : others)
                        .add(clauses.text().substring(span.from(), span.to()).strip()));
        return new SecondTopic(directorate, score, comesFirst, next, others.isEmpty() ? List.of() : mine, others);
    }

    /** The same, when its place in the text makes it this likely. */
    SecondTopic atLeastAsLikely(double least) {
        return new SecondTopic(directorate, Math.max(score, least), comesFirst, next, own, rest);
    }

    /** The directorates that are at least so likely, the likeliest first. */
    List<String> atLeast(double least) {
        List<String> found = new ArrayList<>();
        if (score >= least) {
            found.add(directorate);
        }
        if (next.score() >= least) {
            found.add(next.directorate());
        }
        return found;
    }
}
