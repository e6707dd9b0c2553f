package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Learns the weights of the lane's signs, around the written ones, and words that add to them. */
final class LaneTrainer {

    private static final int ROUNDS = 30;
    private static final double RATE = 0.15;
    private static final double SHRINK_SIGNS = 0.01;
    private static final double SHRINK_WORDS = 0.01;
    private static final double SMALLEST = 0.15;

    /**
     * Score at which a message learned from counts as half a danger: the rules' least score may be set apart from it.
     */
    private static final double EVEN = 1.8;

    /** A message missed costs as much as so many false alarms. */
    private static final double MISSED = 8;

    private final Words words;
    private final LaneScorer scorer;
    private final Map<String, double[]> weights = new LinkedHashMap<>();
    private final Map<String, Double> byHand = new HashMap<>();

    /** The groups' terms as written, by their keys. */
    private final Map<String, String> terms = new HashMap<>();

    private Vocabulary vocabulary;

    private record Example(Set<String> signs, Set<String> words, boolean danger, double weight) {}

    LaneTrainer(Routing hand) {
        words = new Words(hand.patterns());
        scorer = new LaneScorer(hand.lane(), words);
        vocabulary = new Vocabulary(words, List.of(), 1, 1);
        hand.lane().groups().values().forEach(group -> group.forEach(term -> terms.put(words.key(term), term)));
        hand.lane().signs().forEach(sign -> {
            weights.put("lane-" + sign.name(), new double[] {sign.weight(), 0});
            byHand.put("lane-" + sign.name(), sign.weight());
        });
    }

    void learn(List<Lesson> lessons) {
        vocabulary = new Vocabulary(words, lessons.stream().map(Lesson::text).toList(), 2, 2);
        List<Example> examples = new ArrayList<>();
        for (Lesson lesson : lessons) {
            Set<String> signs = new HashSet<>();
            List<Token> tokens = words.of(lesson.text());
            scorer.of(lesson.text(), tokens).evidence().forEach(each -> signs.add(each.rule()));
            double weight = lesson.danger() ? MISSED : lesson.hardNegative() ? 3 : 1;
            Set<String> known = new HashSet<>(vocabulary.of(tokens));
            known.addAll(scorer.keys(tokens));
            examples.add(new Example(signs, known, lesson.danger(), weight));
        }
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            examples.forEach(this::step);
        }
    }

    private void step(Example example) {
        double score = -EVEN;
        for (String sign : example.signs()) {
            score += weight(sign)[0];
        }
        double damping = LaneScorer.damping(example.words().size());
        for (String word : example.words()) {
            score += weight(word)[0] * damping;
        }
        double pull = example.weight() * ((example.danger() ? 1 : 0) - 1 / (1 + Math.exp(-score)));
        example.signs().forEach(sign -> {
            double written = byHand.getOrDefault(sign, 0.0);
            double[] own = weight(sign);
            move(own, pull - SHRINK_SIGNS * 10 * (own[0] - written));
            own[0] = written > 0 ? Math.max(0.1, own[0]) : Math.min(-0.1, own[0]);
        });
        example.words().forEach(word -> move(weight(word), pull * damping - SHRINK_WORDS * 10 * weight(word)[0]));
    }

    private static void move(double[] own, double gradient) {
        own[1] += gradient * gradient;
        own[0] += RATE * gradient / Math.sqrt(1 + own[1]);
    }

    private double[] weight(String key) {
        return weights.computeIfAbsent(key, each -> new double[2]);
    }

    Map<String, Double> words() {
        Map<String, Double> found = new LinkedHashMap<>();
        weights.forEach((key, weight) -> {
            if (!byHand.containsKey(key) && Math.abs(weight[0]) >= SMALLEST) {
                found.put(terms.getOrDefault(key, vocabulary.written(key)), Math.round(weight[0] * 10) / 10.0);
            }
        });
        return found;
    }

    Map<String, Double> signs() {
        Map<String, Double> rounded = new LinkedHashMap<>();
        byHand.keySet()
                .forEach(
                        name -> rounded.put(name.substring("lane-".length()), Math.round(weight(name)[0] * 10) / 10.0));
        return rounded;
    }
}
