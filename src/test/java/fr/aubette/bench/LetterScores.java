package fr.aubette.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What was read, counted against the truth. */
final class LetterScores {

    private final Map<String, long[]> characters = new TreeMap<>();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int pages;

    int pages() {
        return pages;
    }

    void add(JsonNode truth, List<Letter> letters) {
        String file = truth.path("file").asText();
        Map<Integer, Letter.Page> read = new TreeMap<>();
        letters.forEach(letter -> letter.pages().forEach(page -> read.put(page.number(), page)));
        String hand = truth.path("handwriting_like").asBoolean() ? " handwriting-like" : "";
        for (JsonNode page : truth.path("pages")) {
            page(file, page, Optional.ofNullable(read.get(page.path("page").asInt())), hand);
        }
        count(
                "letters split",
                file,
                pagesOf(truth),
                letters.stream().map(LetterScores::pagesOf).toList().toString());
        for (int i = 0; i < truth.path("letters").size(); i++) {
            JsonNode wanted = truth.path("letters").get(i);
            fields(file, wanted, i < letters.size() ? Optional.of(letters.get(i)) : Optional.empty(), hand);
        }
    }

    private void page(String file, JsonNode truth, Optional<Letter.Page> read, String hand) {
        pages++;
        String where = file + " p" + truth.path("page").asInt();
        String kind = truth.path("kind").asText();
        String found =
                read.map(page -> page.kind().name().toLowerCase(Locale.ROOT)).orElse("none");
        count("kind " + kind, where, kind, found);
        if (!kind.equals("letter")) {
            return;
        }
        int rotation = truth.path("rotation").asInt();
        count(
                "rotation",
                where,
                Integer.toString(rotation),
                read.map(page -> "" + page.rotation()).orElse("none"));
        String wanted = normal(truth.path("text").asText());
        String text = normal(read.map(Letter.Page::text).orElse(""));
        int errors = LevenshteinDistance.getDefaultInstance().apply(wanted, text);
        String profile = truth.path("profile").asText() + hand + (rotation == 0 ? "" : " rotated");
        for (String key : List.of("all", profile)) {
            long[] sums = characters.computeIfAbsent(key, any -> new long[3]);
            sums[0] += errors;
            sums[1] += wanted.length();
            sums[2]++;
        }
        if (errors > 0.02 * wanted.length()) {
            misses.add("%s: CER %.1f %%".formatted(where, 100.0 * errors / wanted.length()));
        }
    }

    private void fields(String file, JsonNode wanted, Optional<Letter> letter, String hand) {
        field(
                "sender_name" + hand,
                file,
                wanted.path("sender_name"),
                letter,
                found -> found.findings().senderName());
        field(
                "date" + hand,
                file,
                wanted.path("date"),
                letter,
                found -> found.findings().date());
        field(
                "object" + hand,
                file,
                wanted.path("object"),
                letter,
                found -> found.findings().object());
        field(
                "reference" + hand,
                file,
                wanted.path("reference"),
                letter,
                found -> found.findings().reference());
        List<String> lines = new ArrayList<>();
        wanted.path("sender_address").forEach(line -> lines.add(line.asText()));
        String address = letter.flatMap(found -> found.findings().senderAddress())
                .map(Found::value)
                .orElse("");
        count("sender_address" + hand, file, String.join("\n", lines), address);
    }

    private void field(
            String name,
            String file,
            JsonNode wanted,
            Optional<Letter> letter,
            Function<Letter, Optional<Found>> field) {
        String text = wanted.isNull() ? "" : wanted.asText();
        count(
                name,
                file,
                normal(text),
                normal(letter.flatMap(field).map(Found::value).orElse("")));
    }

    private void count(String what, String where, String wanted, String found) {
        int[] count = counts.computeIfAbsent(what, any -> new int[2]);
        count[0] += wanted.equals(found) ? 1 : 0;
        count[1]++;
        if (!wanted.equals(found)) {
            misses.add(where + ": " + what + ": «" + wanted + "» read «" + found + "»");
        }
    }

    private static String pagesOf(JsonNode truth) {
        List<List<Integer>> all = new ArrayList<>();
        for (JsonNode letter : truth.path("letters")) {
            List<Integer> pages = new ArrayList<>();
            letter.path("pages").forEach(page -> pages.add(page.asInt()));
            all.add(pages);
        }
        return all.toString();
    }

    private static List<Integer> pagesOf(Letter letter) {
        return letter.pages().stream()
                .filter(page -> page.kind() == Letter.PageKind.LETTER)
                .map(Letter.Page::number)
                .toList();
    }

    void print(PrintStream out) {
        misses.forEach(out::println);
        counts.forEach((what, count) ->
                out.printf("%-34s %d of %d, %.1f %%%n", what, count[0], count[1], 100.0 * count[0] / count[1]));
        characters.forEach((profile, sums) -> out.printf(
                "%-34s %.2f %% of characters wrong, %d pages%n", "CER " + profile, 100.0 * sums[0] / sums[1], sums[2]));
    }

    /** Blanks and typographic variants told apart by nobody. */
    private static String normal(String text) {
        return text.replace('’', '\'')
                .replaceAll("[“”]", "\"")
                .replaceAll("[–—]", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
