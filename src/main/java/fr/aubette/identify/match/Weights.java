package fr.aubette.identify.match;

import java.util.List;
import java.util.Map;

/**
 * How often a citizen's own contacts show each sign, learnt from contacts as they are decided.
 *
 * <p>Each candidate counts by its probability, as in expectation maximisation, on top of what ships; a share never goes
 * further than a factor from what ships, so that a stream of odd contacts cannot teach that first names do not matter.
 */
public final class Weights {

    /** What ships counts as this many contacts. */
    private static final double PRIOR_CONTACTS = 300;

    /** Furthest that a share may go from what ships. */
    private static final double FURTHEST = 4;

    /** Shares that are made to add up to one may go so much further. */
    private static final double ROUNDING = 1.3;

    private static final Sign[] SIGNS = Sign.values();

    private final double[] counts = new double[SIGNS.length];
    private final double[] totals = new double[Sign.Field.values().length];
    private double known = 0.9 * PRIOR_CONTACTS;
    private double relatives = 0.05 * PRIOR_CONTACTS;
    private double strangers = 0.05 * PRIOR_CONTACTS;

    private final boolean learning;
    private final double[] start = new double[SIGNS.length];

    /** As they ship, moving with what is decided. */
    public Weights() {
        this(true, Map.of());
    }

    private Weights(boolean learning, Map<Sign, Double> told) {
        this.learning = learning;
        for (Sign sign : SIGNS) {
            double share = told.getOrDefault(sign, sign.share());
            start[sign.ordinal()] = share;
            counts[sign.ordinal()] = share * PRIOR_CONTACTS;
            totals[sign.field().ordinal()] += share * PRIOR_CONTACTS;
        }
    }

    /**
     * As somebody has looked at and agreed to, for ever.
     *
     * @param shares of a citizen's own contacts that show each sign; one that is not told is as it ships
     * @throws IllegalArgumentException if a share is further than a factor of four from what ships, or those of a field
     *     do not add up to one
     */
    public static Weights told(Map<Sign, Double> shares) {
        Weights weights = new Weights(false, shares);
        shares.forEach((sign, share) -> {
            if (!(share >= sign.share() / FURTHEST / ROUNDING
                    && share <= Math.min(1, sign.share() * FURTHEST * ROUNDING))) {
                throw new IllegalArgumentException(sign + " ships as " + sign.share() + " and may not be " + share);
            }
        });
        for (Sign.Field field : Sign.Field.values()) {
            double all = weights.totals[field.ordinal()] / PRIOR_CONTACTS;
            if (Math.abs(all - 1) > 0.01) {
                throw new IllegalArgumentException("the shares of " + field + " add up to " + all + ", not 1");
            }
        }
        return weights;
    }

    /** A share within the bounds of what may be learnt. */
    static double bounded(Sign sign, double share) {
        return Math.max(sign.share() / FURTHEST, Math.min(Math.min(0.999, sign.share() * FURTHEST), share));
    }

    /** As they ship, for ever: what a running hub weighs changes only when a person has looked at it. */
    public static Weights shipped() {
        return new Weights(false, Map.of());
    }

    /** The share of a citizen's own contacts that show a sign. */
    public double share(Sign sign) {
        double learnt = counts[sign.ordinal()] / totals[sign.field().ordinal()];
        return learning ? bounded(sign, learnt) : start[sign.ordinal()];
    }

    /** Odds that a contact is of a citizen who is known, against a stranger, before looking at it. */
    double knownOdds() {
        return bounded(known / strangers, 2, 100);
    }

    /** Odds that a contact is of a relative who is not known of one who is, against a stranger. */
    double relativeOdds() {
        return bounded(relatives / strangers, 0.2, 5);
    }

    private static double bounded(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Learns from one decision. */
    synchronized void learn(List<Candidate> candidates, double relative, double stranger) {
        if (!learning) {
            return;
        }
        relatives += relative;
        strangers += stranger;
        for (Candidate candidate : candidates) {
            known += candidate.probability();
            for (Clue clue : candidate.clues()) {
                counts[clue.sign().ordinal()] += candidate.probability();
                totals[clue.sign().field().ordinal()] += candidate.probability();
            }
        }
    }
}
