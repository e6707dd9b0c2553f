package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes learned weights as people read and correct them: each weight once, then its words. */
final class LearnedFile {

    private LearnedFile() {}

    static String text(Learned learned) {
        StringBuilder text = new StringBuilder("""
                # Weights learned from labelled messages, added to those of routing.yaml. A line may be corrected or removed by hand.
                # "*" counts in every text: how common the motive is.
                """);
        section(text, "directorates", learned.directorates());
        section(text, "motives", learned.motives());
        text.append("lane-words:\n");
        words(text, "  ", learned.laneWords());
        section(text, "lane-kinds", learned.kindWords());
        text.append("lane-signs:\n");
        learned.signs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(sign -> text.append(
                        String.format(Locale.ROOT, "  %s: %.1f%n", quoted(sign.getKey()), sign.getValue())));
        text.append(String.format(
                Locale.ROOT,
                "confidence: {slope: %.3f, offset: %.3f, second: %.3f}%n",
                learned.calibration().slope(),
                learned.calibration().offset(),
                learned.calibration().second()));
        text.append("# What tells of a second topic, beside an ordinary one and beside a danger.\nsecond-topic:\n");
        signs(text, "ordinary", learned.seconds().ordinary());
        signs(text, "danger", learned.seconds().danger());
        manner(text, learned.manner());
        return text.toString();
    }

    private static void signs(StringBuilder text, String name, Map<String, Double> weights) {
        text.append("  ").append(name).append(":\n");
        new TreeMap<>(weights)
                .forEach((sign, weight) -> text.append(String.format(Locale.ROOT, "    %s: %.3f%n", sign, weight)));
    }

    private static void manner(StringBuilder text, Manner manner) {
        text.append(
                "# How danger is told, by pieces of words (_ where a word ends); \"rarity\": how rare each is.\nmanner:\n");
        new TreeMap<>(manner.offsets()).forEach((label, offset) -> {
            text.append(String.format(Locale.ROOT, "  %s:%n    offset: %.2f%n    signs:%n", label, offset));
            new TreeMap<>(manner.signs().getOrDefault(label, Map.of()))
                    .forEach((sign, weight) ->
                            text.append(String.format(Locale.ROOT, "      %s: %.2f%n", quoted(sign), weight)));
            text.append("    pieces: |\n").append(indented(manner.pieces().getOrDefault(label, "")));
        });
        text.append(String.format(
                Locale.ROOT,
                "  certainty: {offset: %.3f, danger: %.3f, kind: %.3f}%n",
                manner.certainty().offset(),
                manner.certainty().danger(),
                manner.certainty().kind()));
        text.append("  rarity: |\n").append(indented(manner.rarity()));
    }

    private static String indented(String lines) {
        return lines.indent(6);
    }

    private static void section(StringBuilder text, String name, Map<String, Map<String, Double>> byCode) {
        text.append(name).append(":\n");
        new TreeMap<>(byCode).forEach((code, words) -> {
            if (!words.isEmpty()) {
                text.append("  ").append(code).append(":\n");
                words(text, "    ", words);
            }
        });
    }

    private static void words(StringBuilder text, String indent, Map<String, Double> words) {
        Map<Double, List<String>> byWeight = new TreeMap<>(Comparator.reverseOrder());
        words.forEach((word, weight) ->
                byWeight.computeIfAbsent(weight, each -> new ArrayList<>()).add(word));
        byWeight.forEach((weight, each) -> {
            each.sort(Comparator.naturalOrder());
            text.append(String.format(Locale.ROOT, "%s%.1f: [", indent, weight));
            text.append(String.join(", ", each.stream().map(LearnedFile::quoted).toList()))
                    .append("]\n");
        });
    }

    private static String quoted(String word) {
        return word.matches("[a-zà-ÿœ][a-zà-ÿœ ]*") && !word.matches("true|false|yes|no|on|off|y|n|null")
                ? word
                : "\"" + word + "\"";
    }
}
