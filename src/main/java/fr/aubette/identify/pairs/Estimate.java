package fr.aubette.identify.pairs;

import fr.aubette.identify.pairs.Column.Role;
import java.util.Arrays;
import java.util.List;

/**
 * How often pairs show each degree of likeness: pairs of one person, of two people of one household, and of any two.
 *
 * <p>The first two are estimated by expectation maximisation over the pairs that are worth comparing, the last from
 * pairs taken at random. What tells members of a household apart, a given name or a birth date, is as random among them
 * as among strangers: so a family is never learnt as one person. What ships, and bounds on what may be learnt, keep a
 * table that says little from teaching nonsense.
 */
final class Estimate {

    private static final int ROUNDS = 25;

    /** What is believed before anything is seen counts as this many pairs. */
    private static final double BELIEF = 20;

    /** Share of pairs of a household who bear the same given name. */
    private static final double NAMED_AFTER = 0.05;

    /** Share of pairs of one person whose names are exchanged. */
    private static final double EXCHANGED = 0.01;

    /** Share of pairs of one person that may differ, at most: people move, marry, change numbers. */
    private static final double MOST_DIFFERENCE = 0.6;

    private final Table table;
    private final List<Column> columns;
    private final double[][] same;
    private final double[][] home;
    private final double[][] random;
    private final double[][] together;
    private final boolean households;
    private double duplicates;
    private double housemates;

    private Estimate(Table table) {
        this.table = table;
        this.columns = table.columns();
        int width = columns.size();
        same = new double[width][];
        home = new double[width][];
        random = new double[width][];
        together = new double[width][width];
        for (int c = 0; c < width; c++) {
            same[c] = belief(columns.get(c).type());
            home[c] = belief(columns.get(c).type());
            random[c] = new double[columns.get(c).type().levels()];
        }
        households = table.columns().stream().anyMatch(c -> c.role() == Role.GIVEN || c.type() == ColumnType.DATE)
                && table.columns().stream().filter(c -> !c.role().tellsApart()).count() >= 2;
        duplicates = 0.2 * table.size() / table.pairs();
        housemates = households ? duplicates : 0;
    }

    /** Before anything is learnt but what is random. */
    static Estimate believed(Table table, Samples samples) {
        Estimate estimate = new Estimate(table);
        estimate.chance(samples, true);
        return estimate;
    }

    /** By expectation maximisation. */
    static Estimate of(Table table, Comparisons candidates, Samples samples) {
        Estimate estimate = believed(table, samples);
        estimate.depend(samples);
        for (int round = 0; round < ROUNDS; round++) {
            estimate.learn(candidates);
            estimate.chance(samples, false);
            estimate.depend(samples);
        }
        return estimate;
    }

    private static double[] belief(ColumnType type) {
        return switch (type) {
            case NAME -> new double[] {0.78, 0.10, 0.03, 0.015, 0.025, 0.05};
            case TEXT -> new double[] {0.65, 0.13, 0.07, 0.05, 0.04, 0.06};
            case CODE -> new double[] {0.82, 0.08, 0.03, 0.07};
            case DATE -> new double[] {0.86, 0.07, 0.03, 0.04};
            case NUMBER -> new double[] {0.80, 0.10, 0.03, 0.07};
            case CATEGORY -> new double[] {0.95, 0.05};
        };
    }

    private double[][] counts() {
        double[][] counts = new double[same.length][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = belief(columns.get(c).type());
            for (int l = 0; l < counts[c].length; l++) {
                counts[c][l] *= BELIEF;
            }
        }
        return counts;
    }

    private void learn(Comparisons candidates) {
        double[][] ofOne = counts();
        double[][] ofHome = counts();
        double found = 0.5;
        double homes = 0.5;
        double[] odds = new double[2];
        for (int i = 0; i < candidates.size(); i++) {
            odds(candidates, i, odds);
            double all = odds[0] + odds[1] + 1;
            found += odds[0] / all;
            homes += odds[1] / all;
            if (odds[0] / all > 1e-4) {
                count(ofOne, candidates, i, odds[0] / all);
            }
            if (odds[1] / all > 1e-4) {
                count(ofHome, candidates, i, odds[1] / all);
            }
        }
        for (int c = 0; c < same.length; c++) {
            same[c] = bounded(shares(ofOne[c]), columns.get(c));
            home[c] = columns.get(c).role().tellsApart() ? apart(c) : shares(ofHome[c]);
        }
        duplicates = Math.min(0.5, found / table.pairs());
        housemates = households ? Math.min(0.5, homes / table.pairs()) : 0;
    }

    /** Among those who live together, what tells them apart is random, but sons are named after fathers. */
    private double[] apart(int c) {
        double[] shares = random[c].clone();
        if (columns.get(c).role() == Role.GIVEN) {
            shares[0] = Math.max(shares[0], NAMED_AFTER);
        }
        return shares;
    }

    private static void count(double[][] counts, Comparisons pairs, int pair, double weight) {
        for (int c = 0; c < counts.length; c++) {
            byte degree = pairs.degree(pair, c);
            if (degree >= 0 && degree < counts[c].length) {
                counts[c][degree] += weight;
            }
        }
    }

    private static double[] shares(double[] counts) {
        double total = Arrays.stream(counts).sum();
        double[] shares = new double[counts.length];
        for (int l = 0; l < shares.length; l++) {
            shares[l] = Math.max(1e-4, counts[l] / total);
        }
        return shares;
    }

    /** Share of pairs of one person that may differ in what tells people apart, at most. */
    private static double mostOwnDifference(ColumnType type) {
        return type == ColumnType.CATEGORY ? 0.05 : 0.12;
    }

    private static double[] bounded(double[] shares, Column column) {
        int last = shares.length - 1;
        double most = column.role().tellsApart() ? mostOwnDifference(column.type()) : MOST_DIFFERENCE;
        if (shares[last] > most) {
            double scale = (1 - most) / (1 - shares[last]);
            for (int l = 0; l < last; l++) {
                shares[l] *= scale;
            }
            shares[last] = most;
        }
        return shares;
    }

    private void chance(Samples samples, boolean first) {
        double[][] counts = new double[random.length][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = new double[random[c].length];
            Arrays.fill(counts[c], 0.3);
            counts[c][0] = 0.1;
            counts[c][counts[c].length - 1] = 1;
        }
        Comparisons pairs = samples.random();
        double[] odds = new double[2];
        for (int i = 0; i < pairs.size(); i++) {
            double other = 1;
            if (!first) {
                odds(pairs, i, odds);
                other = 1 / (odds[0] + odds[1] + 1);
            }
            count(counts, pairs, i, other);
        }
        for (int c = 0; c < counts.length; c++) {
            double total = Arrays.stream(counts[c]).sum();
            for (int l = 0; l < counts[c].length; l++) {
                random[c][l] = counts[c][l] / total;
            }
            if (first && columns.get(c).role().tellsApart()) {
                home[c] = apart(c);
            }
        }
    }

    /** How often strangers who share one column share another as well: a town and its postcode. */
    private void depend(Samples samples) {
        for (int a = 0; a < same.length; a++) {
            Arrays.fill(together[a], 0);
            boolean common = columns.get(a).agreement() * table.pairs() > 10 * duplicates * table.pairs();
            if (common && !columns.get(a).role().tellsApart()) {
                together[a] = shared(samples.sharing(a));
            }
        }
    }

    private double[] shared(Comparisons sharing) {
        double[] agree = new double[same.length];
        double[] known = new double[same.length];
        double[] odds = new double[2];
        for (int i = 0; i < sharing.size(); i++) {
            odds(sharing, i, odds);
            double stranger = 1 / (odds[0] + odds[1] + 1);
            for (int b = 0; b < agree.length; b++) {
                byte degree = sharing.degree(i, b);
                if (degree >= 0) {
                    known[b] += stranger;
                    agree[b] += degree == 0 ? stranger : 0;
                }
            }
        }
        double[] shares = new double[same.length];
        for (int b = 0; b < shares.length; b++) {
            boolean own = columns.get(b).role().tellsApart();
            shares[b] = own ? 0 : (agree[b] + 20 * random[b][0]) / (known[b] + 20);
        }
        return shares;
    }

    /** Odds of one person, and of one household, against two strangers. */
    private void odds(Comparisons pairs, int pair, double... odds) {
        double one = Math.log(duplicates / (1 - duplicates));
        double roof = households ? Math.log(housemates / (1 - housemates)) : Double.NEGATIVE_INFINITY;
        for (int c = 0; c < same.length; c++) {
            byte degree = pairs.degree(pair, c);
            if (degree == Comparisons.UNKNOWN) {
                continue;
            }
            if (degree == Comparisons.EXCHANGED) {
                one += Math.log(EXCHANGED / chance(pairs, pair, c)) + 2;
                continue;
            }
            double chance = Math.log(Math.max(1e-7, chance(pairs, pair, c, degree)));
            one += Math.log(same[c][degree]) - chance;
            boolean apart = columns.get(c).role().tellsApart();
            boolean named = columns.get(c).role() == Role.GIVEN && degree == 0;
            roof += apart && !named ? 0 : Math.max(apart ? 0 : -50, Math.log(home[c][degree]) - chance);
        }
        odds[0] = Math.exp(Math.min(100, one));
        odds[1] = Math.exp(Math.min(100, roof));
    }

    private double chance(Comparisons pairs, int pair, int c) {
        Column column = columns.get(c);
        return column.chance(column.value(Blocks.first(pairs.pair(pair))));
    }

    /** How often strangers show this degree: common values more often. */
    private double chance(Comparisons pairs, int pair, int c, byte degree) {
        double most = 0;
        for (int a = 0; a < same.length; a++) {
            if (a != c && together[a][c] > most && precedes(a, c) && pairs.degree(pair, a) == 0) {
                most = together[a][c];
            }
        }
        most = Math.min(0.98, most);
        if (degree == 0) {
            return Math.max(most, Math.max(chance(pairs, pair, c), 0.2 * random[c][0]));
        }
        double strangers =
                most > random[c][0] ? random[c][degree] / (1 - random[c][0]) * (1 - most) : random[c][degree];
        return degree == same[c].length - 1 ? strangers : Math.max(strangers, slips(pairs, pair, c, degree));
    }

    /** Whoever has a common value may have written it with a slip as well. */
    private double slips(Comparisons pairs, int pair, int c, byte degree) {
        Column column = columns.get(c);
        double one = column.chance(column.value(Blocks.first(pairs.pair(pair))));
        double other = column.chance(column.value(Blocks.second(pairs.pair(pair))));
        return same[c][degree] * Math.max(one, other);
    }

    /** The rarer agreement speaks first. */
    private boolean precedes(int a, int c) {
        return random[a][0] < random[c][0] || random[a][0] == random[c][0] && a < c;
    }

    /** Probability, 0 to 1, that a pair is one person. */
    double probability(Comparisons pairs, int pair) {
        double[] odds = new double[2];
        odds(pairs, pair, odds);
        return odds[0] / (odds[0] + odds[1] + 1);
    }

    /** The bits of one column for one person, against strangers: each doubles the odds. */
    double bits(Comparisons pairs, int pair, int c) {
        byte degree = pairs.degree(pair, c);
        if (degree == Comparisons.UNKNOWN) {
            return 0;
        }
        return degree == Comparisons.EXCHANGED
                ? log(EXCHANGED / chance(pairs, pair, c)) + 3
                : log(same[c][degree] / Math.max(1e-7, chance(pairs, pair, c, degree)));
    }

    double same(int column, int degree) {
        return same[column][degree];
    }

    double random(int column, int degree) {
        return random[column][degree];
    }

    private static double log(double odds) {
        return Math.log(odds) / Math.log(2);
    }
}
