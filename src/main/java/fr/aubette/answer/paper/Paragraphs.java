package fr.aubette.answer.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/** Lines gathered into paragraphs: an empty line ends one. */
final class Paragraphs {

    private Paragraphs() {}

    static Collector<String, ?, List<List<String>>> collector() {
        return Collector.of(
                () -> new ArrayList<List<String>>(List.of(new ArrayList<>())),
                Paragraphs::add,
                (one, other) -> {
                    one.addAll(other);
                    return one;
                },
                all -> all.stream().filter(each -> !each.isEmpty()).toList());
    }

    private static void add(List<List<String>> paragraphs, String line) {
        if (line.isBlank()) {
            paragraphs.add(new ArrayList<>());
        } else {
            paragraphs.get(paragraphs.size() - 1).add(line.strip());
        }
    }
}
