package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/**
 * Learns the weights of {@code config/routing-learned.yaml} from labelled messages, starting from the hand-written
 * ones. Arguments: the file; then {@code write} to replace the weights, or nothing to cross-validate them.
 */
final class RoutingTrainer {

    private static final int FOLDS = 5;

    private RoutingTrainer() {}

    public static void main(String[] args) throws IOException {
        ConfigurationFolder folder = new ConfigurationFolder(Path.of("config"));
        Catalogue catalogue = folder.catalogue();
        Routing byHand = withoutLearned(catalogue);
        List<Labelled> all = Labelled.read(Path.of(args[0]));
        if (args.length > 1 && args[1].equals("write")) {
            Learned learned = learn(all, byHand, catalogue);
            Files.writeString(Path.of("config", "routing-learned.yaml"), LearnedFile.text(learned));
            System.out.println(learned.signs());
            return;
        }
        Measure hand = new Measure(catalogue);
        hand.all(all, byHand);
        System.out.println("BY HAND\n" + hand);
        Measure crossed = new Measure(catalogue);
        List<Labelled> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(7));
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Labelled> train = new ArrayList<>();
            List<Labelled> test = new ArrayList<>();
            for (int i = 0; i < mixed.size(); i++) {
                (i % FOLDS == fold ? test : train).add(mixed.get(i));
            }
            crossed.all(test, learn(train, byHand, catalogue).addedTo(byHand));
        }
        System.out.println("CROSS-VALIDATED\n" + crossed);
        if (args.length > 1) {
            System.out.println(crossed.wrong());
        }
    }

    private static Learned learn(List<Labelled> train, Routing byHand, Catalogue catalogue) {
        TopicTrainer topics = new TopicTrainer(byHand, catalogue);
        topics.learn(train);
        LaneTrainer lane = new LaneTrainer(byHand);
        lane.learn(train);
        return new Learned(topics.directorates(), topics.motives(), lane.words(), lane.signs());
    }

    private static Routing withoutLearned(Catalogue catalogue) throws IOException {
        Path copy = Files.createTempDirectory("routing");
        try {
            Files.copy(Path.of("config", "routing.yaml"), copy.resolve("routing.yaml"));
            return new ConfigurationFolder(copy).routing(catalogue);
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    /** What was learned, to be added to the hand-written weights. */
    record Learned(
            Map<String, Map<String, Double>> directorates,
            Map<String, Map<String, Double>> motives,
            Map<String, Double> laneWords,
            Map<String, Double> signs) {

        Routing addedTo(Routing hand) {
            Routing.Lane lane = hand.lane();
            List<Routing.Sign> moved = lane.signs().stream()
                    .map(sign -> new Routing.Sign(
                            sign.name(), sign.kinds(), signs.getOrDefault(sign.name(), sign.weight()), sign.groups()))
                    .toList();
            return new Routing(
                    hand.sure(),
                    hand.categoryWeight(),
                    hand.patterns(),
                    sum(hand.directorates(), directorates),
                    sum(hand.motives(), motives),
                    hand.numbers(),
                    hand.queues(),
                    hand.mailboxes(),
                    hand.informed(),
                    hand.machine(),
                    new Routing.Lane(
                            lane.sure(),
                            lane.suspected(),
                            lane.kinds(),
                            lane.topical(),
                            lane.groups(),
                            moved,
                            laneWords));
        }

        private static Map<String, Map<String, Double>> sum(
                Map<String, Map<String, Double>> hand, Map<String, Map<String, Double>> learned) {
            Map<String, Map<String, Double>> sum = new LinkedHashMap<>();
            hand.forEach((code, words) -> sum.put(code, new LinkedHashMap<>(words)));
            learned.forEach((code, words) -> words.forEach((word, weight) ->
                    sum.computeIfAbsent(code, each -> new LinkedHashMap<>()).merge(word, weight, Double::sum)));
            return sum;
        }
    }
}
