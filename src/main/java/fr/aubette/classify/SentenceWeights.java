package fr.aubette.classify;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was learned for one sentence model, and is worth nothing with another.
 *
 * @param sha256 which model, as {@link Sentences#sha256()} says it
 * @param size numbers of each motive
 * @param motives what each of the model's numbers adds to a motive's score, by motive; their mean over all motives is 0
 * @param calibration how a chance becomes a confidence where the model has spoken
 * @param second weights of the signs of a second topic beside an ordinary one, where the model has spoken
 */
public record SentenceWeights(
        String sha256,
        int size,
        Map<String, float[]> motives,
        Routing.Calibration calibration,
        Map<String, Double> second) {

    /**
     * Refuses what would be added up wrongly.
     *
     * @throws IllegalArgumentException if a motive has more or fewer numbers than the others
     */
    public SentenceWeights {
        motives.forEach((motive, numbers) -> {
            if (numbers.length != size) {
                throw new IllegalArgumentException(motive + " has " + numbers.length + " numbers, not " + size);
            }
        });
        motives = Map.copyOf(motives);
        second = Map.copyOf(second);
    }

    /** What a text of these numbers adds to a motive's score. */
    double score(String motive, float[] text) {
        float[] own = motives.get(motive);
        double sum = 0;
        for (int i = 0; own != null && i < own.length; i++) {
            sum += own[i] * text[i];
        }
        return sum;
    }

    /** What the file of these weights says. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, """
                # Learned for one sentence model by "routing train", beside routing-learned.yaml, which does not need it.
                model: %s
                size: %d
                confidence: {slope: %.3f, offset: %.3f, second: %.3f}
                second-topic:
                """, sha256, size, calibration.slope(), calibration.offset(), calibration.second()));
        new TreeMap<>(second)
                .forEach((sign, weight) -> text.append(String.format(Locale.ROOT, "  %s: %.3f%n", sign, weight)));
        text.append("motives:\n");
        new TreeMap<>(motives).forEach((motive, numbers) -> {
            text.append("  ").append(motive).append(": \"");
            for (int i = 0; i < numbers.length; i++) {
                text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", numbers[i]));
            }
            text.append("\"\n");
        });
        return text.toString();
    }
}
