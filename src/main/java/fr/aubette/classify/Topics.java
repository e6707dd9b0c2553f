package fr.aubette.classify;

import fr.aubette.classify.Routing.Calibration;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Evidence;
import fr.aubette.model.Motive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which ordinary motive a text is about: each motive's score is the sum of the weights of its words found. */
final class Topics {

    /** As many words as an agent reads at a glance. */
    private static final int SHOWN = 6;

    /** Known words up to which a text is short. */
    private static final double SHORT_TEXT = 10;

    private final Calibration calibration;
    private final Lexicon lexicon;
    private final Map<String, String> directorateOf = new LinkedHashMap<>();
    private final List<String> motives;

    /** Weight of each word for each motive, in the order of {@link #motives}. */
    private final Map<String, double[]> weights = new HashMap<>();

    Topics(Routing routing, Catalogue catalogue, Words words) {
        calibration = routing.calibration();
        lexicon = new Lexicon(words);
        motives = List.copyOf(routing.motives().keySet());
        for (int i = 0; i < motives.size(); i++) {
            String code = motives.get(i);
            Motive motive = catalogue.motive(code);
            directorateOf.put(code, motive.directorate());
            learn(i, routing.motives().getOrDefault(code, Map.of()));
            learn(i, routing.directorates().getOrDefault(motive.directorate(), Map.of()));
        }
    }

    private void learn(int motive, Map<String, Double> words) {
        words.forEach((word, weight) -> {
            boolean always = word.equals(Routing.ALWAYS);
            if (!always) {
                lexicon.add(word);
            }
            String key = always ? word : lexicon.key(word);
            weights.computeIfAbsent(key, each -> new double[motives.size()])[motive] += weight;
        });
    }

    /** The words of a text that some motive knows, as they stand there, by their key. */
    Map<String, String> known(String text, List<Token> tokens) {
        return lexicon.found(text, tokens);
    }

    /**
     * The likeliest motive.
     *
     * @param strength how much each word known by its key counts, 1 for a word of the text
     * @param shown the same words as the text writes them
     * @param added what something else than words adds to a motive's score
     */
    Guess guess(Map<String, Double> strength, Map<String, String> shown, Map<String, Double> added) {
        Map<String, Double> chances = chances(strength, added);
        Map<String, Double> byDirectorate = byDirectorate(chances);
        return guess(best(byDirectorate), chances, byDirectorate, strength, shown);
    }

    /** As above, but of this directorate, however unlikely. */
    Guess guess(
            String directorate, Map<String, Double> strength, Map<String, String> shown, Map<String, Double> added) {
        Map<String, Double> chances = chances(strength, added);
        return guess(directorate, chances, byDirectorate(chances), strength, shown);
    }

    private Guess guess(
            String directorate,
            Map<String, Double> chances,
            Map<String, Double> byDirectorate,
            Map<String, Double> strength,
            Map<String, String> shown) {
        Map<String, Double> within = new LinkedHashMap<>(chances);
        within.keySet().removeIf(motive -> !directorate.equals(directorateOf.get(motive)));
        String motive = best(within);
        double certainty = calibration.confidence(byDirectorate.getOrDefault(directorate, 0.0));
        return new Guess(
                motive, directorate, certainty, evidence(motive, strength, shown), next(byDirectorate), byDirectorate);
    }

    /** The known words of a text, to be read part by part. */
    Parts parts(List<Token> tokens) {
        List<double[]> found = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        lexicon.find(tokens, (key, at) -> {
            double[] own = weights.get(key);
            if (own != null) {
                found.add(own);
                starts.add(tokens.get(at).start());
            }
        });
        return new Parts(found, starts);
    }

    /** Known words in the order of the text. */
    final class Parts {

        private final List<double[]> found;
        private final List<Integer> starts;

        private Parts(List<double[]> found, List<Integer> starts) {
            this.found = found;
            this.starts = starts;
        }

        /** Chances of all directorates by the words between two places alone, before calibration. */
        Map<String, Double> chances(int from, int to) {
            Set<double[]> own = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int i = 0; i < starts.size(); i++) {
                if (starts.get(i) >= from && starts.get(i) < to) {
                    own.add(found.get(i));
                }
            }
            double[] scores = new double[motives.size()];
            add(scores, Routing.ALWAYS, 1);
            double damping = damping(own.size());
            own.forEach(each -> {
                for (int m = 0; m < scores.length; m++) {
                    scores[m] += each[m] * damping;
                }
            });
            softmax(scores);
            Map<String, Double> byDirectorate = new LinkedHashMap<>();
            for (int m = 0; m < scores.length; m++) {
                byDirectorate.merge(directorateOf.getOrDefault(motives.get(m), ""), scores[m], Double::sum);
            }
            return byDirectorate;
        }
    }

    private Map<String, Double> byDirectorate(Map<String, Double> chances) {
        Map<String, Double> byDirectorate = new LinkedHashMap<>();
        chances.forEach(
                (motive, chance) -> byDirectorate.merge(directorateOf.getOrDefault(motive, ""), chance, Double::sum));
        return byDirectorate;
    }

    /** Chances of all motives, which add up to 1. */
    private Map<String, Double> chances(Map<String, Double> strength, Map<String, Double> added) {
        double[] scores = new double[motives.size()];
        add(scores, Routing.ALWAYS, 1);
        strength.forEach((word, times) -> add(scores, word, times));
        for (int i = 0; i < scores.length; i++) {
            scores[i] += added.getOrDefault(motives.get(i), 0.0);
        }
        softmax(scores);
        Map<String, Double> chances = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            chances.put(motives.get(i), scores[i]);
        }
        return chances;
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

    private void add(double[] scores, String word, double times) {
        double[] own = weights.get(word);
        for (int i = 0; own != null && i < scores.length; i++) {
            scores[i] += own[i] * times;
        }
    }

    private double weight(String word, int motive) {
        double[] own = weights.get(word);
        return own == null ? 0 : own[motive];
    }

    private List<Evidence> evidence(String motive, Map<String, Double> strength, Map<String, String> shown) {
        int index = motives.indexOf(motive);
        List<Evidence> evidence = new ArrayList<>();
        strength.entrySet().stream()
                .map(word -> Map.entry(word.getKey(), weight(word.getKey(), index) * word.getValue()))
                .filter(word -> word.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .forEach(word -> evidence.add(new Evidence(
                        "words-" + motive,
                        "« " + shown.getOrDefault(word.getKey(), word.getKey()) + " » "
                                + Figures.signed(word.getValue()))));
        return evidence;
    }

    private static String next(Map<String, Double> chances) {
        return chances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(each -> each.getKey() + " " + Math.round(100 * each.getValue()) + " %")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String best(Map<String, Double> chances) {
        return chances.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
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

        double chance(String code) {
            return chances.getOrDefault(code, 0.0);
        }
    }
}
