package fr.aubette.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.normalise.letter.LetterNormaliser;
import fr.aubette.normalise.letter.ReadingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a folder of scans and holds what was read against the truth beside them, {@code truth.jsonl}: pages and
 * separators, characters, fields, and the processor time of a page, children included. With {@code --batch PAGES
 * [--no-sheets]}: see {@link BatchBench}.
 */
public final class LettersBench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final LetterScores scores = new LetterScores();

    private LettersBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        LettersBench bench = new LettersBench(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Path folder = Path.of(args.length == 0 ? "." : args[0]);
        if (!Files.isReadable(folder.resolve("truth.jsonl"))) {
            bench.out.println("bench letters: FOLDER must hold scans and truth.jsonl");
            System.exit(2);
        }
        if (args.length >= 3 && args[1].equals("--batch")) {
            boolean parted = args.length == 3 || !args[3].equals("--no-sheets");
            BatchBench.run(folder, Integer.parseInt(args[2]), parted, bench.out);
            System.exit(0);
        }
        bench.run(folder);
    }

    private void run(Path folder) throws IOException {
        LetterNormaliser normaliser = LetterNormaliser.readingDirectly(ReadingSettings.defaults());
        double cpu = Cpu.withChildren();
        long start = System.nanoTime();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            JsonNode truth = JSON.readTree(line);
            List<Letter> letters =
                    read(normaliser, folder.resolve(truth.path("file").asText()));
            scores.add(truth, letters);
        }
        scores.print(out);
        int pages = Math.max(1, scores.pages());
        out.printf(
                "%-34s %.2f s of processor, %.2f s on the clock, a page%n",
                "cost", (Cpu.withChildren() - cpu) / pages, (System.nanoTime() - start) / 1e9 / pages);
    }

    private List<Letter> read(LetterNormaliser normaliser, Path file) {
        List<Letter> letters = new ArrayList<>();
        Optional<Letter> letter = read(normaliser, file, 1);
        letter.ifPresent(letters::add);
        for (int fold = 2; letter.isPresent() && fold <= letters.get(0).folds(); fold++) {
            read(normaliser, file, fold).ifPresent(letters::add);
        }
        return letters;
    }

    private Optional<Letter> read(LetterNormaliser normaliser, Path file, int fold) {
        Map<String, String> facts = new HashMap<>();
        facts.put("letter", Integer.toString(fold));
        String reference = fold == 1 ? file.toString() : file + "#" + fold;
        try {
            Contact contact = normaliser.normalise(
                    new RawItem(ChannelKind.LETTER, "bench", reference, Instant.now(), "", facts, Content.of(file)));
            return Optional.of((Letter) contact.channel());
        } catch (Refused e) {
            out.println(file.getFileName() + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
