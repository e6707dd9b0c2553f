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
 * Learns what to add to the words' weights by directorate and motive: softmax regression around the hand-written ones,
 * each word's step shortened by how often it has moved already (AdaGrad).
 */
final class TopicTrainer {

    private static final int ROUNDS = 20;
    private static final double RATE = 0.18;
    private static final double SHRINK = 0.001;
    private static final double SMALLEST = 0.15;

    private final Routing hand;
    private final Words words;
    private final Lexicon lexicon;
    private final List<String> motives;
    private final List<String> directorates;
    private final Answers answers;
    private final Map<String, double[]> handScore = new HashMap<>();
    private final Map<String, String> handWritten = new HashMap<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<double[]> weights = new ArrayList<>();
    private final List<double[]> moved = new ArrayList<>();
    private Vocabulary vocabulary;

    /** A text as the numbers of its words. */
    private record Example(int[] words, double[] strength, double[] hand, Answers.Right right) {}

    TopicTrainer(Routing hand, Catalogue catalogue) {
        this.hand = hand;
        words = new Words(hand.patterns());
        lexicon = new Lexicon(words);
        motives = List.copyOf(hand.motives().keySet());
        answers = new Answers(motives, catalogue);
        directorates = answers.directorates();
        vocabulary = new Vocabulary(words, List.of(), 1, 1);
        for (int m = 0; m < motives.size(); m++) {
            addHand(m, hand.motives().getOrDefault(motives.get(m), Map.of()));
            addHand(m, hand.directorates().getOrDefault(directorates.get(answers.directorateOf(m)), Map.of()));
        }
    }

    private void addHand(int motive, Map<String, Double> words) {
        words.forEach((word, weight) -> {
            lexicon.add(word);
            String key = word.equals(Routing.ALWAYS) ? word : this.words.key(word);
            handWritten.putIfAbsent(key, word);
            handScore.computeIfAbsent(key, each -> new double[motives.size()])[motive] += weight;
        });
    }

    void learn(List<Lesson> lessons) {
        List<Lesson> usable = lessons.stream().filter(answers::usable).toList();
        vocabulary = new Vocabulary(words, usable.stream().map(Lesson::text).toList(), 2, 3);
        List<Example> examples =
                new ArrayList<>(usable.stream().map(this::example).toList());
        HandLessons.of(hand).stream().map(this::example).forEach(examples::add);
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            examples.forEach(this::step);
        }
    }

    private Example example(Lesson lesson) {
        Map<String, Double> strength = new LinkedHashMap<>();
        read(lesson.text(), 1, strength);
        if (lesson.contact().channel() instanceof Form form) {
            form.category().ifPresent(category -> read(category, hand.categoryWeight(), strength));
        }
        return example(strength, answers.of(lesson));
    }

    private Example example(HandLessons.HandLesson lesson) {
        Map<String, Double> strength = new LinkedHashMap<>();
        read(lesson.text(), 1, strength);
        return example(strength, Answers.Right.only(motives, lesson.motives()));
    }

    private Example example(Map<String, Double> strength, Answers.Right right) {
        double damping = Topics.damping(strength.size());
        strength.replaceAll((key, weight) -> weight * damping);
        strength.put(Routing.ALWAYS, 1.0);
        double[] scores = new double[motives.size()];
        strength.forEach((key, weight) -> {
            double[] own = handScore.get(key);
            for (int m = 0; own != null && m < scores.length; m++) {
                scores[m] += own[m] * weight;
            }
        });
        return new Example(
                strength.keySet().stream().mapToInt(this::id).toArray(),
                strength.values().stream().mapToDouble(d -> d).toArray(),
                scores,
                right);
    }

    private int id(String key) {
        return ids.computeIfAbsent(key, each -> {
            weights.add(new double[motives.size() + directorates.size()]);
            moved.add(new double[motives.size() + directorates.size()]);
            return weights.size() - 1;
        });
    }

    private void read(String text, double weight, Map<String, Double> strength) {
        List<Token> tokens = words.of(text);
        lexicon.find(tokens, (known, first, end) -> strength.putIfAbsent(lexicon.key(known), weight));
        vocabulary.of(tokens).forEach(key -> strength.putIfAbsent(key, weight));
    }

    private void step(Example example) {
        double[] chances = chances(example);
        double[] pull = new double[motives.size() + directorates.size()];
        double[] wanted = example.right().pull(chances);
        for (int m = 0; m < chances.length; m++) {
            pull[m] = wanted[m];
            pull[motives.size() + answers.directorateOf(m)] += wanted[m];
        }
        for (int w = 0; w < example.words().length; w++) {
            double[] own = weights.get(example.words()[w]);
            double[] past = moved.get(example.words()[w]);
            double strength = example.strength()[w];
            for (int i = 0; i < own.length; i++) {
                double gradient = pull[i] * strength - SHRINK * own[i];
                past[i] += gradient * gradient;
                own[i] += RATE * gradient / Math.sqrt(0.05 + past[i]);
            }
        }
    }

    private double[] chances(Example example) {
        double[] scores = example.hand().clone();
        for (int w = 0; w < example.words().length; w++) {
            double[] own = weights.get(example.words()[w]);
            double strength = example.strength()[w];
            for (int m = 0; m < scores.length; m++) {
                scores[m] += (own[m] + own[scores.length + answers.directorateOf(m)]) * strength;
            }
        }
        return Topics.softmax(scores);
    }

    Map<String, Map<String, Double>> motives() {
        return named(motives, 0);
    }

    Map<String, Map<String, Double>> directorates() {
        Map<String, Map<String, Double>> found = named(directorates, motives.size());
        found.values().forEach(each -> each.remove(Routing.ALWAYS));
        return found;
    }

    private Map<String, Map<String, Double>> named(List<String> codes, int from) {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        codes.forEach(code -> found.put(code, new LinkedHashMap<>()));
        ids.forEach((key, id) -> {
            String word = handWritten.getOrDefault(key, vocabulary.written(key));
            for (int i = 0; i < codes.size(); i++) {
                double weight = weights.get(id)[from + i];
                if (Math.abs(weight) >= SMALLEST) {
                    found.getOrDefault(codes.get(i), new LinkedHashMap<>()).put(word, Math.round(weight * 10) / 10.0);
                }
            }
        });
        return found;
    }
}
