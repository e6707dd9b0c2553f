package fr.aubette.normalise.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the pages that were rendered into a folder. */
final class SheetReading {

    /** After so many pages in a row on which tesseract fails, it is not asked again for this file. */
    private static final int MAX_FAILURES = 3;

    /** What was done to a sheet that bears nothing plain: it is blank unless so many words are read on it so surely. */
    private static final String PALE = "pale";

    private static final int SOME_WORDS = 8;
    private static final int SURE = 55;

    /** Where the codes begin in an answer: see {@link fr.aubette.normalise.letter.render.RenderPages}. */
    static final int CODES = 6;

    private final Path folder;
    private final CarefulReading reading;
    private final AtomicInteger failures = new AtomicInteger();

    SheetReading(Path folder, ReadingSettings settings) {
        this.folder = folder;
        this.reading = new CarefulReading(new Tesseract(settings));
    }

    /**
     * Reads a page and clears it away.
     *
     * @param answer of the process that rendered it
     * @param sealed whether it lies in a fold that must not be read
     */
    PageResult read(int number, List<String> answer, boolean sealed) throws IOException {
        Path picture = folder.resolve(number + ".pgm");
        Path text = folder.resolve(number + ".txt");
        PageResult result = answer.get(2).equals("unreadable")
                ? PageResult.unreadable(number, answer.get(3))
                : read(number, answer, sealed, picture, text);
        Files.deleteIfExists(picture);
        Files.deleteIfExists(text);
        return result;
    }

    private PageResult read(int number, List<String> answer, boolean sealed, Path picture, Path text)
            throws IOException {
        String dpi = answer.get(3);
        int quarters = Integer.parseInt(answer.get(4));
        List<String> steps = Arrays.stream(answer.get(5).split(" "))
                .filter(step -> !step.isEmpty())
                .toList();
        List<String> codes = answer.subList(CODES, answer.size());
        if (answer.get(2).equals("blank")) {
            return PageResult.read(number, "", 100).as(PageResult.Kind.BLANK, 0, codes);
        }
        PageResult read = sealed || SeparatorSheet.byCode(codes)
                ? PageResult.read(number, "", 100)
                : switch (answer.get(2)) {
                    case "text" -> PageResult.read(number, Files.readString(text, StandardCharsets.UTF_8), 100);
                    case "both" -> orOwnText(picture(number, picture, dpi), text);
                    default -> picture(number, picture, dpi);
                };
        if (steps.contains(PALE) && codes.isEmpty() && read.state() == PageResult.State.READ && !saysSomething(read)) {
            return PageResult.read(number, "", 100).as(PageResult.Kind.BLANK, 0, codes);
        }
        PageResult.Kind kind =
                SeparatorSheet.test(codes, read.text()) ? PageResult.Kind.SEPARATOR : PageResult.Kind.LETTER;
        return read.as(kind, (read.rotation() + 90 * quarters) % 360, codes).after(steps);
    }

    /** The other side's print shines through as words that are none. */
    private static boolean saysSomething(PageResult read) {
        long words = Arrays.stream(read.text().split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2)
                .count();
        return words >= SOME_WORDS && read.confidence() >= SURE;
    }

    private PageResult picture(int number, Path picture, String dpi) {
        if (failures.get() >= MAX_FAILURES) {
            return PageResult.unread(number, "le lecteur de caractères a échoué sur les pages précédentes");
        }
        PageResult result = reading.read(number, picture, Integer.parseInt(dpi));
        if (result.state() == PageResult.State.UNREAD) {
            failures.incrementAndGet();
        } else {
            failures.set(0);
        }
        return result;
    }

    /** The text that the scanner added, when the picture could not be read here. */
    private static PageResult orOwnText(PageResult read, Path text) throws IOException {
        return read.state() == PageResult.State.READ
                ? read
                : PageResult.read(read.number(), Files.readString(text, StandardCharsets.UTF_8), 50);
    }
}
