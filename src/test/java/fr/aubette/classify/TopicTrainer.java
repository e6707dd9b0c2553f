package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns what to add to the words' weights by directorate and motive: softmax regression around the hand-written ones.
 */
final class TopicTrainer {

    private static final int ROUNDS = 40;
    private static final double SHRINK_DIRECTORATE = 0.004;
    private static final double SHRINK_MOTIVE = 0.01;
    private static final double SMALLEST = 0.25;

    private final Routing hand;
    private final Words words;
    private final Lexicon lexicon;
    private final List<String> motives;
    private final List<String> directorates;
    private final int[] directorateOf;
    private final String[] serviceOf;
    private final Map<String, double[]> byMotive = new HashMap<>();
    private final Map<String, double[]> byDirectorate = new HashMap<>();
    private final Map<String, double[]> handScore = new HashMap<>();
    private final Map<String, String> handWritten = new HashMap<>();
    private Vocabulary vocabulary;

    private record Example(Map<String, Double> words, double[] hand, int directorate, List<Integer> motives) {}

    TopicTrainer(Routing hand, Catalogue catalogue) {
        this.hand = hand;
        words = new Words(hand.patterns());
        lexicon = new Lexicon(words);
        motives = List.copyOf(hand.motives().keySet());
        directorates = motives.stream()
                .map(m -> catalogue.motive(m).directorate())
                .distinct()
                .toList();
        directorateOf = motives.stream()
                .mapToInt(m -> directorates.indexOf(catalogue.motive(m).directorate()))
                .toArray();
        serviceOf = motives.stream().map(m -> catalogue.motive(m).service()).toArray(String[]::new);
        vocabulary = new Vocabulary(words, List.of(), 1, 1);
        for (int m = 0; m < motives.size(); m++) {
            addHand(m, hand.motives().get(motives.get(m)));
            addHand(m, hand.directorates().getOrDefault(directorates.get(directorateOf[m]), Map.of()));
        }
    }

    private void addHand(int motive, Map<String, Double> weights) {
        weights.forEach((word, weight) -> {
            lexicon.add(word);
            handWritten.putIfAbsent(lexicon.key(word), word);
            handScore.computeIfAbsent(lexicon.key(word), key -> new double[motives.size()])[motive] += weight;
        });
    }

    void learn(List<Labelled> messages) {
        List<Labelled> usable = messages.stream()
                .filter(each -> !each.restricted() && directorates.contains(each.directorate()))
                .toList();
        vocabulary =
                new Vocabulary(words, usable.stream().map(TopicTrainer::text).toList(), 2, 3);
        List<Example> examples =
                new ArrayList<>(usable.stream().map(this::example).toList());
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            double rate = 0.15 / (1 + 0.1 * round);
            examples.forEach(example -> step(example, rate));
        }
    }

    private static String text(Labelled message) {
        return message.contact().subject() + "\n" + message.contact().text();
    }

    private Example example(Labelled message) {
        Map<String, Double> strength = new LinkedHashMap<>();
        read(text(message), 1, strength);
        if (message.contact().channel() instanceof Form form) {
            form.category().ifPresent(category -> read(category, hand.categoryWeight(), strength));
        }
        strength.put(Routing.ALWAYS, 1.0);
        double[] scores = new double[motives.size()];
        strength.forEach((key, weight) -> {
            double[] own = handScore.get(key);
            for (int m = 0; own != null && m < scores.length; m++) {
                scores[m] += own[m] * weight;
            }
        });
        int directorate = directorates.indexOf(message.directorate());
        List<Integer> same = new ArrayList<>();
        for (int m = 0; m < motives.size(); m++) {
            if (directorateOf[m] == directorate && serviceOf[m].equals(message.service())) {
                same.add(m);
            }
        }
        return new Example(strength, scores, directorate, same);
    }

    private void read(String text, double weight, Map<String, Double> strength) {
        lexicon.find(words.of(text), (key, at) -> strength.putIfAbsent(key, weight));
        vocabulary.of(text).forEach(key -> strength.putIfAbsent(key, weight));
    }

    private void step(Example example, double rate) {
        double[] chances = chances(example);
        double inDirectorate = 0;
        double inService = 0;
        for (int m = 0; m < chances.length; m++) {
            inDirectorate += directorateOf[m] == example.directorate() ? chances[m] : 0;
        }
        for (int m : example.motives()) {
            inService += chances[m];
        }
        double[] pull = new double[chances.length];
        double[] pullDirectorate = new double[directorates.size()];
        for (int m = 0; m < chances.length; m++) {
            double wanted = directorateOf[m] == example.directorate() ? chances[m] / Math.max(1e-9, inDirectorate) : 0;
            double wantedService = example.motives().contains(m) ? chances[m] / Math.max(1e-9, inService) : 0;
            pull[m] = (example.motives().isEmpty() ? 2 * wanted : wanted + wantedService) - 2 * chances[m];
            pullDirectorate[directorateOf[m]] += pull[m];
        }
        example.words().forEach((key, weight) -> {
            move(byMotive.computeIfAbsent(key, each -> new double[motives.size()]), pull, rate * weight, SHRINK_MOTIVE);
            move(
                    byDirectorate.computeIfAbsent(key, each -> new double[directorates.size()]),
                    pullDirectorate,
                    rate * weight,
                    SHRINK_DIRECTORATE);
        });
    }

    private static void move(double[] weights, double[] pull, double rate, double shrink) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += rate * (pull[i] - shrink * 10 * weights[i]);
        }
    }

    private double[] chances(Example example) {
        double[] scores = example.hand().clone();
        example.words().forEach((key, weight) -> {
            double[] own = byMotive.get(key);
            double[] whole = byDirectorate.get(key);
            for (int m = 0; own != null && whole != null && m < scores.length; m++) {
                scores[m] += (own[m] + whole[directorateOf[m]]) * weight;
            }
        });
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double all = 0;
        for (int m = 0; m < scores.length; m++) {
            scores[m] = Math.exp(scores[m] - top);
            all += scores[m];
        }
        for (int m = 0; m < scores.length; m++) {
            scores[m] /= all;
        }
        return scores;
    }

    Map<String, Map<String, Double>> motives() {
        return named(motives, byMotive);
    }

    Map<String, Map<String, Double>> directorates() {
        Map<String, Map<String, Double>> found = named(directorates, byDirectorate);
        found.values().forEach(words -> words.remove(Routing.ALWAYS));
        return found;
    }

    private Map<String, Map<String, Double>> named(List<String> codes, Map<String, double[]> weights) {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        codes.forEach(code -> found.put(code, new LinkedHashMap<>()));
        weights.forEach((key, each) -> {
            for (int i = 0; i < each.length; i++) {
                if (Math.abs(each[i]) >= SMALLEST) {
                    found.get(codes.get(i))
                            .put(
                                    handWritten.getOrDefault(key, vocabulary.written(key)),
                                    Math.round(each[i] * 10) / 10.0);
                }
            }
        });
        return found;
    }
}
