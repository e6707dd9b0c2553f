package fr.aubette.classify;

import fr.aubette.classify.Routing.Calibration;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which ordinary motive a text is about: each motive's score is the sum of the weights of its words found. */
final class Topics {

    /** As many words as an agent reads at a glance. */
    private static final int SHOWN = 6;

    /** Known words up to which a text is short. */
    private static final double SHORT_TEXT = 10;

    private static final double[] NO_WEIGHTS = {};

    private final Calibration calibration;
    private final Lexicon lexicon;
    private final List<String> motives;
    private final List<String> directorates;
    private final int[] directorateOf;

    /** What each motive has in every text: how common it is. */
    private final double[] always;

    /** Weight of each word of the lexicon for each motive; a word that no motive knows has none. */
    private final List<double[]> weights = new ArrayList<>();

    private final boolean[] known;

    Topics(Routing routing, Catalogue catalogue, Lexicon lexicon) {
        this.lexicon = lexicon;
        calibration = routing.calibration();
        motives = List.copyOf(routing.motives().keySet());
        always = new double[motives.size()];
        List<String> owners = motives.stream()
                .map(code -> catalogue.motive(code).directorate())
                .toList();
        directorates = owners.stream().distinct().toList();
        directorateOf = owners.stream().mapToInt(directorates::indexOf).toArray();
        for (int i = 0; i < motives.size(); i++) {
            learn(i, routing.motives().getOrDefault(motives.get(i), Map.of()));
            learn(i, routing.directorates().getOrDefault(owners.get(i), Map.of()));
        }
        known = new boolean[weights.size()];
        for (int word = 0; word < known.length; word++) {
            known[word] = weights.get(word).length > 0;
        }
    }

    private void learn(int motive, Map<String, Double> words) {
        words.forEach((word, weight) -> {
            if (word.equals(Routing.ALWAYS)) {
                always[motive] += weight;
            } else {
                int number = lexicon.add(word);
                while (weights.size() <= number) {
                    weights.add(NO_WEIGHTS);
                }
                if (number != Lexicon.NONE) {
                    double[] own = weights.get(number);
                    own = own.length > 0 ? own : new double[motives.size()];
                    own[motive] += weight;
                    weights.set(number, own);
                }
            }
        });
    }

    /** Of the words that a text says, those that some motive knows. */
    Sightings known(Sightings all) {
        return all.of(known);
    }

    /** Directorates, in the order of {@link Parts#chances}. */
    List<String> directorates() {
        return directorates;
    }

    /**
     * The likeliest motive.
     *
     * @param seen what it is told by
     * @param added what something else than words adds to a motive's score
     */
    Guess guess(List<Told> seen, Map<String, Double> added) {
        double[] chances = chances(seen, added);
        double[] byDirectorate = byDirectorate(chances);
        return guess(best(byDirectorate), chances, byDirectorate, seen);
    }

    /** As above, but of this directorate, however unlikely. */
    Guess guess(String directorate, List<Told> seen) {
        double[] chances = chances(seen, Map.of());
        return guess(directorates.indexOf(directorate), chances, byDirectorate(chances), seen);
    }

    private Guess guess(int directorate, double[] chances, double[] byDirectorate, List<Told> seen) {
        int motive = -1;
        for (int m = 0; m < chances.length; m++) {
            if (directorateOf[m] == directorate && (motive < 0 || chances[m] > chances[motive])) {
                motive = m;
            }
        }
        Map<String, Double> named = new LinkedHashMap<>();
        for (int d = 0; d < byDirectorate.length; d++) {
            named.put(directorates.get(d), byDirectorate[d]);
        }
        return new Guess(
                motives.get(motive),
                directorates.get(directorate),
                calibration.confidence(byDirectorate[directorate]),
                evidence(motive, seen),
                next(named),
                named);
    }

    /**
     * Words that a text says, and how much each counts.
     *
     * @param seen the words
     * @param text where they stand
     * @param tokens its words
     * @param weight how much each counts, 1 for a word of the contact's text
     */
    record Told(Sightings seen, String text, List<Token> tokens, double weight) {

        String written(int sighting) {
            return text.substring(
                    tokens.get(seen.first(sighting)).start(),
                    tokens.get(seen.end(sighting) - 1).end());
        }
    }

    /** The known words of a text, to be read part by part. */
    Parts parts(Told whole) {
        return new Parts(whole.tokens(), whole.seen());
    }

    /** Known words in the order of the text. */
    final class Parts {

        private final List<Token> tokens;
        private final Sightings seen;

        /** The part in which a different word was counted last. */
        private final int[] counted;

        private int part;

        private Parts(List<Token> tokens, Sightings seen) {
            this.tokens = tokens;
            this.seen = seen;
            counted = new int[seen.count()];
        }

        /** Chances of all directorates by the words between two places alone, before calibration. */
        double[] chances(int from, int to) {
            part++;
            double[] sum = new double[motives.size()];
            int different = 0;
            int sighting = seen.from(i -> tokens.get(seen.first(i)).start(), from);
            while (sighting < seen.size() && tokens.get(seen.first(sighting)).start() < to) {
                if (counted[seen.place(sighting)] != part) {
                    counted[seen.place(sighting)] = part;
                    different++;
                    add(sum, weights.get(seen.word(sighting)), 1);
                }
                sighting++;
            }
            double[] scores = always.clone();
            add(scores, sum, damping(different));
            return byDirectorate(softmax(scores));
        }
    }

    private double[] byDirectorate(double[] chances) {
        double[] sums = new double[directorates.size()];
        for (int m = 0; m < chances.length; m++) {
            sums[directorateOf[m]] += chances[m];
        }
        return sums;
    }

    /** Chances of all motives by name; with nothing added, by the words alone. */
    Map<String, Double> motives(List<Told> told, Map<String, Double> added) {
        double[] chances = chances(told, added);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int m = 0; m < chances.length; m++) {
            named.put(motives.get(m), chances[m]);
        }
        return named;
    }

    /** Chances of all motives, which add up to 1. */
    private double[] chances(List<Told> told, Map<String, Double> added) {
        double[] sum = new double[motives.size()];
        int different = 0;
        for (int t = 0; t < told.size(); t++) {
            Sightings seen = told.get(t).seen();
            for (int i = 0; i < seen.count(); i++) {
                if (!saidBefore(told, t, seen.different(i))) {
                    add(sum, weights.get(seen.different(i)), told.get(t).weight());
                    different++;
                }
            }
        }
        double[] scores = always.clone();
        add(scores, sum, damping(different));
        for (int m = 0; m < scores.length && !added.isEmpty(); m++) {
            scores[m] += added.getOrDefault(motives.get(m), 0.0);
        }
        return softmax(scores);
    }

    private static boolean saidBefore(List<Told> told, int until, int word) {
        return until > 0
                && told.subList(0, until).stream().anyMatch(each -> each.seen().says(word));
    }

    private static void add(double[] scores, double[] weights, double times) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += weights[i] * times;
        }
    }

    /** Makes scores chances, in place. */
    static double[] softmax(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - top);
            all += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= all;
        }
        return scores;
    }

    /** How much each word of a text with so many known ones counts: a long text is not surer than a short one. */
    static double damping(int known) {
        return Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, known)));
    }

    private record Weighed(int word, double weight, Told text, int place) {

        String written() {
            return text.written(place);
        }
    }

    private List<Evidence> evidence(int motive, List<Told> told) {
        Map<Integer, Weighed> speaking = new LinkedHashMap<>();
        int different = 0;
        for (Told each : told) {
            different += each.seen().count();
            for (int i = 0; i < each.seen().size(); i++) {
                int word = each.seen().word(i);
                double weight = weights.get(word)[motive] * each.weight();
                if (weight > 0 && !speaking.containsKey(word)) {
                    speaking.put(word, new Weighed(word, weight, each, i));
                }
            }
        }
        double damping = damping(different);
        double least = leastShown(speaking.values());
        return speaking.values().stream()
                .filter(word -> word.weight() >= least)
                .sorted(Comparator.comparingDouble(Weighed::weight)
                        .reversed()
                        .thenComparing(word -> lexicon.key(word.word())))
                .limit(SHOWN)
                .map(word -> new Evidence(
                        "words-" + motives.get(motive),
                        "« " + word.written() + " » " + Figures.signed(word.weight() * damping)))
                .toList();
    }

    /** Hundreds of words speak for a topic; only the heaviest are worth being put in order. */
    private static double leastShown(Collection<Weighed> words) {
        double[] weights = words.stream().mapToDouble(Weighed::weight).sorted().toArray();
        return weights.length > SHOWN ? weights[weights.length - SHOWN] : 0;
    }

    private static String next(Map<String, Double> chances) {
        return chances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(each -> each.getKey() + " " + Math.round(100 * each.getValue()) + " %")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    static int best(double[] chances) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            best = chances[i] > chances[best] ? i : best;
        }
        return best;
    }

    /**
     * What a text is probably about.
     *
     * @param motive the likeliest of the likeliest directorate
     * @param directorate the likeliest
     * @param certainty that it is this directorate's, 0 to 1
     * @param evidence the words that speak for it
     * @param ranking the likeliest directorates, for a person who qualifies
     * @param chances of every directorate, before calibration
     */
    record Guess(
            String motive,
            String directorate,
            double certainty,
            List<Evidence> evidence,
            String ranking,
            Map<String, Double> chances) {

        /** The same, when more than its words tell how sure it is. */
        Guess with(double sureness) {
            return new Guess(motive, directorate, sureness, evidence, ranking, chances);
        }

        /** The same, with what spoke beside its words. */
        Guess beside(List<Evidence> more) {
            List<Evidence> why = new ArrayList<>(evidence);
            why.addAll(more);
            return new Guess(motive, directorate, certainty, why, ranking, chances);
        }

        /** The same, when something else than the sum of its words decides. */
        Guess decided(Facts.Decided by, String owner) {
            List<Evidence> why = new ArrayList<>();
            why.add(by.evidence());
            why.addAll(evidence);
            return new Guess(by.motive(), owner, certainty, why, ranking, chances);
        }

        double chance(String code) {
            return chances.getOrDefault(code, 0.0);
        }
    }
}
