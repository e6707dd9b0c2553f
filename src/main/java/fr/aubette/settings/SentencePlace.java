package fr.aubette.settings;

import fr.aubette.classify.Routing.Calibration;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.classify.SentenceTerm.Hindrance;
import fr.aubette.classify.SentenceWeights;
import fr.aubette.classify.Sentences;
import fr.aubette.classify.embedding.SentenceModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sentence model that {@code routing.yaml} names, with what was learned with it. Whatever is wrong with either
 * hinders nothing but the model.
 */
final class SentencePlace {

    /** What was learned with the model, beside {@code routing-learned.yaml}. */
    static final String FILE = "routing-embedding.yaml";

    private static final Set<String> KEYS = Set.of("folder", "tokens", "patience-ms");
    private static final Set<String> LEARNED_KEYS = Set.of("model", "size", "confidence", "second-topic", "motives");
    private static final int TOKENS = 256;
    private static final int MOST_TOKENS = 8_192;
    private static final int PATIENCE = 250;
    private static final int LONGEST_PATIENCE = 10_000;
    private static final int LARGEST = 4_096;

    private SentencePlace() {}

    /** What the key {@code sentence-model} asks for; its own mistakes are problems like any other's. */
    static SentenceTerm read(Path config, Entry key, Set<String> motives) {
        Map<String, Entry> values = key.entries(KEYS);
        if (!values.containsKey("folder")) {
            key.wrong("no folder", "the folder of the model, in config/");
            return SentenceTerm.none();
        }
        int tokens = values.containsKey("tokens") ? values.get("tokens").whole(1, MOST_TOKENS) : TOKENS;
        int patience =
                values.containsKey("patience-ms") ? values.get("patience-ms").whole(1, LONGEST_PATIENCE) : PATIENCE;
        Path folder = config.resolve(values.get("folder").text());
        try {
            return learned(config, SentenceModels.in(folder, tokens, Duration.ofMillis(patience)), motives);
        } catch (SentenceModels.Unusable e) {
            return SentenceTerm.hindered(e.hindrance());
        }
    }

    private static SentenceTerm learned(Path config, Sentences model, Set<String> motives) {
        Path file = config.resolve(FILE);
        if (!Files.exists(file)) {
            return unlearned(model, file + " is not there", file + " n'est pas là");
        }
        Problems problems = new Problems();
        try {
            SentenceWeights weights = weights(YamlFile.read(file, problems), motives);
            problems.stopIfAny();
            if (!weights.sha256().equals(model.sha256()) || weights.size() != model.size()) {
                return unlearned(
                        model, file + " was learned with another model", file + " a été appris avec un autre modèle");
            }
            return new SentenceTerm(Optional.of(model), Optional.of(weights), Optional.empty());
        } catch (WrongConfiguration | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return unlearned(model, why, why);
        }
    }

    private static SentenceTerm unlearned(Sentences model, String english, String french) {
        return new SentenceTerm(
                Optional.of(model),
                Optional.empty(),
                Optional.of(new Hindrance(
                        english,
                        french,
                        "learn again: ./aubette routing train FILE.jsonl… (decided without the model until then)",
                        "réapprenez : ./aubette routing train FICHIER.jsonl… (d'ici là, décidé sans le modèle)")));
    }

    private static SentenceWeights weights(Entry top, Set<String> motives) {
        Map<String, Entry> values = top.entries(LEARNED_KEYS);
        int size = needed(values, "size").whole(1, LARGEST);
        Map<String, float[]> numbers = new HashMap<>();
        needed(values, "motives").entries(motives).forEach((motive, each) -> numbers.put(motive, numbers(each)));
        Map<String, Double> second = new HashMap<>();
        needed(values, "second-topic").entries().forEach((sign, weight) -> second.put(sign, weight.number(-50, 50)));
        return new SentenceWeights(
                needed(values, "model").text(), size, numbers, calibration(needed(values, "confidence")), second);
    }

    private static Entry needed(Map<String, Entry> values, String key) {
        Entry value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(FILE + " has no " + key);
        }
        return value;
    }

    static Calibration calibration(Entry confidence) {
        Map<String, Entry> values = confidence.entries(Set.of("slope", "offset", "second"));
        return new Calibration(
                values.containsKey("slope") ? values.get("slope").number(0, 20) : 1,
                values.containsKey("offset") ? values.get("offset").number(-20, 20) : 0,
                values.containsKey("second") ? values.get("second").number(0, 20) : 0);
    }

    private static float[] numbers(Entry entry) {
        String[] written = entry.text().strip().split("\\s+");
        float[] numbers = new float[written.length];
        for (int i = 0; i < written.length; i++) {
            numbers[i] = Float.parseFloat(written[i]);
            if (!Float.isFinite(numbers[i])) {
                entry.wrong("'" + written[i] + "'", "numbers, with blanks between");
            }
        }
        return numbers;
    }
}
