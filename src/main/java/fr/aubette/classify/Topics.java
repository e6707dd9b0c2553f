package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Evidence;
import fr.aubette.model.Motive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which ordinary motive a text is about: each motive's score is the sum of the weights of its words found. */
final class Topics {

    /** As many words as an agent reads at a glance. */
    private static final int SHOWN = 6;

    private final Lexicon lexicon;
    private final Map<String, String> directorateOf = new LinkedHashMap<>();
    private final List<String> motives;

    /** Weight of each word for each motive, in the order of {@link #motives}. */
    private final Map<String, double[]> weights = new HashMap<>();

    Topics(Routing routing, Catalogue catalogue, Words words) {
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
        Map<String, Double> byDirectorate = new LinkedHashMap<>();
        chances.forEach(
                (motive, chance) -> byDirectorate.merge(directorateOf.getOrDefault(motive, ""), chance, Double::sum));
        String directorate = best(byDirectorate);
        Map<String, Double> within = new LinkedHashMap<>(chances);
        within.keySet().removeIf(motive -> !directorate.equals(directorateOf.get(motive)));
        String motive = best(within);
        double certainty = Math.min(1, byDirectorate.getOrDefault(directorate, 0.0));
        return new Guess(motive, directorate, certainty, evidence(motive, strength, shown), next(byDirectorate));
    }

    /** Chances of all motives, which add up to 1. */
    private Map<String, Double> chances(Map<String, Double> strength, Map<String, Double> added) {
        double[] scores = new double[motives.size()];
        add(scores, Routing.ALWAYS, 1);
        strength.forEach((word, times) -> add(scores, word, times));
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += added.getOrDefault(motives.get(i), 0.0);
            top = Math.max(top, scores[i]);
        }
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - top);
            all += scores[i];
        }
        Map<String, Double> chances = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            chances.put(motives.get(i), scores[i] / all);
        }
        return chances;
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
     */
    record Guess(String motive, String directorate, double certainty, List<Evidence> evidence, String ranking) {}
}
