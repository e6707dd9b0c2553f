package fr.aubette.classify;

import fr.aubette.classify.Clauses.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Another matter in the same text, that another directorate answers: one of its clauses speaks clearly of it, the more
 * so when words announce it ("par ailleurs", "deux questions").
 *
 * @param directorate who answers it
 * @param score how likely it is that the text has it, 0 to 1
 * @param comesFirst whether the text speaks of it before it speaks of the other: then it is the main one
 * @param own the passages that are about it; empty when they cannot be told apart from the first
 * @param rest the others
 */
record SecondTopic(String directorate, double score, boolean comesFirst, List<String> own, List<String> rest) {

    // fitted on the labelled messages, each file read by what was learned from the others: the chance, as a logit
    private static final double BASE = -0.51;
    private static final double CLAUSE_WEIGHT = 0.52;
    private static final double WHOLE_WEIGHT = 1.08;
    private static final double FIRST_WEIGHT = 0.53;
    private static final double FIRST_CLAUSE = 0.38;
    private static final double COMPANION = 2.4;
    private static final double PERHAPS = 2.14;
    private static final double PLAINLY = 0.64;
    private static final double LENGTH = 1.35;

    // likewise, beside a danger
    private static final double BESIDE_BASE = -4.2;
    private static final double BESIDE_CLAUSE = 0.58;
    private static final double BESIDE_SUBJECT = 0.34;
    private static final double BESIDE_WHOLE = 0.18;
    private static final double BESIDE_PLAINLY = 1.86;

    private static final double EDGE = 1e-3;

    /**
     * The clearest other topic.
     *
     * @param told the text
     * @param companions directorates whose words, told by the rules, often come beside the first topic
     */
    static SecondTopic of(Topics topics, Topics.Told told, Topics.Guess whole, Set<String> companions) {
        List<String> directorates = topics.directorates();
        Clauses clauses = Clauses.of(topics, told);
        int first = directorates.indexOf(whole.directorate());
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int d = 0; d < directorates.size(); d++) {
            String code = directorates.get(d);
            double score = CLAUSE_WEIGHT * logit(clauses.clearest()[d])
                    + WHOLE_WEIGHT * logit(whole.chance(code))
                    + (companions.contains(code) ? COMPANION : 0);
            if (d != first && score > most) {
                best = d;
                most = score;
            }
        }
        Announced announced = Announced.in(told.text());
        double score = BASE
                + most
                + (announced.perhaps() ? PERHAPS : 0)
                + (announced.plainly() ? PLAINLY : 0)
                - LENGTH * Math.log(Math.max(1, clauses.count()))
                + FIRST_WEIGHT * logit(whole.chance(whole.directorate()))
                + FIRST_CLAUSE * logit(clauses.clearest()[first]);
        return parted(
                clauses, directorates.get(best), best, first, clauses.passages().isEmpty() ? 0 : chance(score));
    }

    private static SecondTopic parted(Clauses clauses, String directorate, int best, int first, double score) {
        List<String> own = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Span span : clauses.passages()) {
            double[] here = clauses.chances().getOrDefault(span, clauses.clearest());
            (here[best] > here[first] ? own : rest)
                    .add(clauses.text().substring(span.from(), span.to()).strip());
        }
        return new SecondTopic(
                directorate,
                score,
                clauses.beginning(best) < clauses.beginning(first),
                rest.isEmpty() ? List.of() : own,
                rest);
    }

    /**
     * What a text that speaks of danger may ask besides; its passages are not told apart here.
     *
     * @param desk the directorate that protects
     */
    static SecondTopic besideDanger(Topics topics, Topics.Told told, Topics.Guess whole, String desk) {
        Clauses clauses = Clauses.of(topics, told);
        int subject = told.text().indexOf('\n') + 1;
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (int d = 0; d < topics.directorates().size(); d++) {
            String code = topics.directorates().get(d);
            double score = BESIDE_CLAUSE * logit(clauses.clearest()[d])
                    + BESIDE_SUBJECT * logit(clauses.clearestUntil(subject, d))
                    + BESIDE_WHOLE * logit(whole.chance(code));
            if (!code.equals(desk) && score > most) {
                best = code;
                most = score;
            }
        }
        double plainly = Announced.in(told.text()).plainly() ? BESIDE_PLAINLY : 0;
        return new SecondTopic(best, chance(BESIDE_BASE + most + plainly), false, List.of(), List.of());
    }

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double logit(double chance) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
        return Math.log(inside / (1 - inside));
    }
}
