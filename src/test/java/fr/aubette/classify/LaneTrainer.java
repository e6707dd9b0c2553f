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

/** Learns how much each sign and word speaks for danger: logistic regression around the hand-written weights. */
final class LaneTrainer {

    private static final int ROUNDS = 60;
    private static final double SMALLEST = 0.1;
    private static final double SHRINK_SIGNS = 0.05;
    private static final double SHRINK_WORDS = 0.05;
    /** A message missed costs as much as ten false alarms. */
    private static final double MISSED = 10;

    private final Routing hand;
    private final Words words;
    private final LaneScorer scorer;
    private final Map<String, Double> signs = new LinkedHashMap<>();
    private final Map<String, Double> byHand = new HashMap<>();
    private final Map<String, Double> learned = new HashMap<>();
    private Vocabulary vocabulary;

    private record Example(Set<String> signs, Set<String> words, boolean danger, double weight) {}

    LaneTrainer(Routing hand) {
        this.hand = hand;
        words = new Words(hand.patterns());
        scorer = new LaneScorer(hand.lane(), words);
        vocabulary = new Vocabulary(words, List.of(), 1, 1);
        hand.lane().signs().forEach(sign -> {
            signs.put(sign.name(), sign.weight());
            byHand.put(sign.name(), sign.weight());
        });
    }

    void learn(List<Labelled> messages) {
        vocabulary =
                new Vocabulary(words, messages.stream().map(LaneTrainer::text).toList(), 4, 1000);
        List<Example> examples = new ArrayList<>();
        for (Labelled message : messages) {
            Set<String> found = new HashSet<>();
            scorer.of(text(message))
                    .evidence()
                    .forEach(each -> found.add(each.rule().substring("lane-".length())));
            double weight = message.restricted() ? MISSED : message.hardNegative() ? 2 : 1;
            examples.add(new Example(found, vocabulary.of(text(message)), message.restricted(), weight));
        }
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            double rate = 0.1 / (1 + 0.1 * round);
            examples.forEach(example -> step(example, rate));
        }
    }

    private static String text(Labelled message) {
        return message.contact().subject() + "\n" + message.contact().text();
    }

    private void step(Example example, double rate) {
        double score = -hand.lane().sure();
        for (String sign : example.signs()) {
            score += signs.getOrDefault(sign, 0.0);
        }
        for (String word : example.words()) {
            score += learned.getOrDefault(word, 0.0);
        }
        double pull = example.weight() * ((example.danger() ? 1 : 0) - 1 / (1 + Math.exp(-score)));
        for (String sign : example.signs()) {
            double own = signs.getOrDefault(sign, 0.0);
            signs.put(sign, own + rate * (pull - SHRINK_SIGNS * (own - byHand.getOrDefault(sign, 0.0))));
        }
        for (String word : example.words()) {
            double own = learned.getOrDefault(word, 0.0);
            learned.put(word, own + 0.5 * rate * (pull - SHRINK_WORDS * own));
        }
    }

    Map<String, Double> words() {
        Map<String, Double> found = new LinkedHashMap<>();
        learned.forEach((key, weight) -> {
            if (Math.abs(weight) >= SMALLEST) {
                found.put(vocabulary.written(key), Math.round(weight * 10) / 10.0);
            }
        });
        return found;
    }

    Map<String, Double> signs() {
        Map<String, Double> rounded = new LinkedHashMap<>();
        signs.forEach((name, weight) -> rounded.put(name, Math.round(weight * 10) / 10.0));
        return rounded;
    }
}
