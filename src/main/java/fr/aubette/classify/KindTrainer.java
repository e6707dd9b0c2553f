package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Learns which words tell one danger from another: softmax regression over the texts that hold one. */
final class KindTrainer {

    private static final int ROUNDS = 40;
    private static final double RATE = 0.1;
    private static final double SHRINK = 0.01;
    private static final double SMALLEST = 0.15;

    private final Words words;
    private final LaneScorer scorer;
    private final List<String> kinds;
    private final Map<String, String> terms = new LinkedHashMap<>();

    private record Example(Set<String> words, int kind) {}

    KindTrainer(Routing hand) {
        words = new Words(hand.patterns());
        scorer = new LaneScorer(hand.lane(), words);
        kinds = List.copyOf(hand.lane().kinds().keySet());
        hand.lane().groups().values().forEach(group -> group.forEach(term -> terms.put(words.key(term), term)));
    }

    Map<String, Map<String, Double>> learn(List<Lesson> lessons) {
        List<Lesson> dangers =
                lessons.stream().filter(each -> kinds.contains(each.kind())).toList();
        Vocabulary vocabulary =
                new Vocabulary(words, dangers.stream().map(Lesson::text).toList(), 3, 3);
        List<Example> examples = new ArrayList<>();
        for (Lesson lesson : dangers) {
            List<Token> tokens = words.of(lesson.text());
            Set<String> found = new HashSet<>(vocabulary.of(tokens));
            found.addAll(scorer.keys(tokens));
            examples.add(new Example(found, kinds.indexOf(lesson.kind())));
        }
        Map<String, double[]> weights = new LinkedHashMap<>();
        Random random = new Random(9);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            examples.forEach(example -> step(example, weights));
        }
        return named(weights, vocabulary);
    }

    private void step(Example example, Map<String, double[]> weights) {
        double[] chances = new double[kinds.size()];
        double damping = LaneScorer.damping(example.words().size());
        for (String word : example.words()) {
            double[] own = weights.computeIfAbsent(word, each -> new double[chances.length]);
            for (int k = 0; k < chances.length; k++) {
                chances[k] += own[k] * damping;
            }
        }
        Topics.softmax(chances);
        for (String word : example.words()) {
            double[] own = weights.computeIfAbsent(word, each -> new double[chances.length]);
            for (int k = 0; k < chances.length; k++) {
                own[k] += RATE * (damping * ((k == example.kind() ? 1 : 0) - chances[k]) - SHRINK * own[k]);
            }
        }
    }

    private Map<String, Map<String, Double>> named(Map<String, double[]> weights, Vocabulary vocabulary) {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        for (int k = 0; k < kinds.size(); k++) {
            Map<String, Double> own = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> each : weights.entrySet()) {
                if (Math.abs(each.getValue()[k]) >= SMALLEST) {
                    own.put(
                            terms.getOrDefault(each.getKey(), vocabulary.written(each.getKey())),
                            Math.round(each.getValue()[k] * 10) / 10.0);
                }
            }
            found.put(kinds.get(k), own);
        }
        return found;
    }
}
