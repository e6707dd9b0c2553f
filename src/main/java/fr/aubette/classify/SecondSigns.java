package fr.aubette.classify;

import fr.aubette.classify.Sections.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What tells of another matter in a text, weighed apart for each directorate that might answer it, against there being
 * none.
 *
 * @param directorates the candidates
 * @param begins whether the text, its subject left out, speaks of a candidate before it speaks of the first topic
 * @param values of each candidate, by {@link Sign}
 */
record SecondSigns(List<String> directorates, boolean[] begins, double[][] values) {

    /** What is weighed. */
    enum Sign {
        /** 1 for every text. */
        BASE,
        /** The candidate's best chance in any clause, as a logit, as are all chances here. */
        CLAUSE,
        /** Its chance in the whole text. */
        WHOLE,
        /** Whether a word often told beside the first topic tells of it. */
        COMPANION,
        /** The first topic's chance in the whole text. */
        FIRST_WHOLE,
        /** The first topic's best chance in any clause. */
        FIRST_CLAUSE,
        /** The candidate's best chance near words that announce something else. */
        ANNOUNCED,
        /** How much the clause that speaks most for it speaks for it rather than for the first topic. */
        APART,
        /** The same, or the clause that speaks most for the first rather than for it: the lesser of both. */
        BOTH_APART,
        /** Its best chance in the subject. */
        SUBJECT,
        /** The first topic's best chance in the subject. */
        FIRST_SUBJECT,
        /** How many demands, as a logarithm. */
        DEMANDS,
        /** How many announcements, up to three. */
        MARKS,
        /** How many clauses, as a logarithm. */
        CLAUSES,
        /** How long the text is, as a logarithm. */
        LENGTH,
        /** How much one section speaks for it rather than for the first topic, and another the other way round. */
        SECTION_APART,
        /** Its chance in a section that speaks most of it, beside one that speaks of the first. */
        SECTION,
        /** The same, of a section that opens by setting itself apart. */
        SECTION_ANNOUNCED,
        /** The same, of a section that asks for something. */
        SECTION_ASKS;

        /** As the learned file names it. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Sign[] SIGNS = Sign.values();
    private static final int MOST_MARKS = 3;

    /** A text of so many letters counts nothing for its length. */
    private static final double USUAL_LENGTH = 300;

    /** Makes an announcement that names nobody count nothing. */
    private static final double NOTHING = 4;

    private static final double EDGE = 1e-3;

    /**
     * Chance of a candidate in a section that sets itself apart, and how much it speaks for it: then it is a second.
     */
    private static final double SET_APART = 0.6;

    private static final double FAR_APART = 1;

    /**
     * The signs of every directorate but one.
     *
     * @param first beside whose topic: the likeliest of the whole text, or the one that protects
     * @param companions directorates whose words, told by the rules, often come beside the first topic
     */
    static SecondSigns of(
            Topics topics,
            Topics.Told told,
            Clauses clauses,
            Topics.Guess whole,
            String first,
            Set<String> companions) {
        List<String> all = topics.directorates();
        List<String> candidates =
                all.stream().filter(code -> !code.equals(first)).toList();
        boolean[] begins = new boolean[candidates.size()];
        double[][] values = new double[candidates.size()][SIGNS.length];
        Announced announced = clauses.announced();
        double[] near = clauses.clearestNear(announced.places());
        int subject = told.text().indexOf('\n') + 1;
        for (int c = 0; c < values.length; c++) {
            int place = all.indexOf(candidates.get(c));
            double[] own = values[c];
            own[Sign.BASE.ordinal()] = 1;
            own[Sign.CLAUSE.ordinal()] = logit(clauses.clearest()[place]);
            own[Sign.WHOLE.ordinal()] = logit(whole.chance(candidates.get(c)));
            own[Sign.COMPANION.ordinal()] = companions.contains(candidates.get(c)) ? 1 : 0;
            own[Sign.SUBJECT.ordinal()] = logit(clauses.clearestUntil(subject, place));
            own[Sign.ANNOUNCED.ordinal()] = near[place] > 0 ? logit(near[place]) + NOTHING : 0;
            own[Sign.DEMANDS.ordinal()] = Math.log1p(announced.demands());
            own[Sign.MARKS.ordinal()] = Math.min(MOST_MARKS, announced.places().size());
            own[Sign.CLAUSES.ordinal()] = Math.log(Math.max(1, clauses.count()));
            own[Sign.LENGTH.ordinal()] = Math.log(Math.max(1, told.text().length()) / USUAL_LENGTH);
        }
        SecondSigns signs = new SecondSigns(candidates, begins, values);
        int beside = all.indexOf(first);
        if (beside >= 0) {
            signs.compare(all, beside, clauses, whole.chance(first), subject);
        }
        return signs;
    }

    /** Adds what tells a candidate from the first topic. */
    private void compare(List<String> all, int first, Clauses clauses, double chance, int subject) {
        double[] apart = clauses.apart(first, false, EDGE);
        double[] back = clauses.apart(first, true, EDGE);
        double[] sections = clauses.sectionsApart(first, EDGE);
        double[] leading = clauses.leading(first, each -> true);
        double[] announced = clauses.leading(first, Section::announced);
        double[] asking = clauses.leading(first, Section::asks);
        int start = clauses.beginning(first);
        for (int c = 0; c < values.length; c++) {
            int place = all.indexOf(directorates.get(c));
            double[] own = values[c];
            begins[c] = clauses.before(place, first).orElse(clauses.beginning(place) < start);
            own[Sign.FIRST_WHOLE.ordinal()] = logit(chance);
            own[Sign.FIRST_CLAUSE.ordinal()] = logit(clauses.clearest()[first]);
            own[Sign.FIRST_SUBJECT.ordinal()] = logit(clauses.clearestUntil(subject, first));
            own[Sign.APART.ordinal()] = apart[place];
            own[Sign.BOTH_APART.ordinal()] = Math.min(apart[place], back[place]);
            own[Sign.SECTION_APART.ordinal()] = sections[place];
            own[Sign.SECTION.ordinal()] = leading[place];
            own[Sign.SECTION_ANNOUNCED.ordinal()] = announced[place];
            own[Sign.SECTION_ASKS.ordinal()] = asking[place];
        }
    }

    /** Whether a section that sets itself apart speaks plainly of a candidate, and another of the first topic. */
    boolean setApart(String candidate) {
        int place = directorates.indexOf(candidate);
        return place >= 0
                && values[place][Sign.SECTION_ANNOUNCED.ordinal()] >= SET_APART
                && values[place][Sign.SECTION_APART.ordinal()] >= FAR_APART;
    }

    /** How likely it is that each candidate answers a second matter of the text, 0 to 1; together at most 1. */
    double[] chances(double[] weights) {
        double[] scores = new double[values.length + 1];
        for (int c = 0; c < values.length; c++) {
            for (int s = 0; s < weights.length; s++) {
                scores[c] += weights[s] * values[c][s];
            }
        }
        return Topics.softmax(scores);
    }

    /** The weights in the order of the signs. */
    static double[] ordered(Map<String, Double> weights) {
        double[] ordered = new double[SIGNS.length];
        for (Sign sign : SIGNS) {
            ordered[sign.ordinal()] = weights.getOrDefault(sign.code(), 0.0);
        }
        return ordered;
    }

    private static double logit(double chance) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
        return Math.log(inside / (1 - inside));
    }
}
