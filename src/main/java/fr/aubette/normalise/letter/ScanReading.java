package fr.aubette.normalise.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One reading of one file: follows the child process that renders, and starts another when a page has killed it. */
final class ScanReading {

    /** After so many pages that killed the process, the rest of the file is given up. */
    private static final int MAX_DEATHS = 3;

    /** After so many pages in a row on which tesseract fails, it is not asked again for this file. */
    private static final int MAX_FAILURES = 3;

    private static final String DEADLY =
            "la page n'a pas pu être ouverte : trop lourde, ou construite de façon anormale";

    private final Path file;
    private final Path folder;
    private final ReadingSettings settings;
    private final PageReader.Listener listener;
    private final CarefulReading reading;
    private int pages;
    private int next;
    private int failures;
    private boolean sealed;

    ScanReading(Path file, Path folder, ReadingSettings settings, PageReader.Listener listener) {
        this.file = file;
        this.folder = folder;
        this.settings = settings;
        this.listener = listener;
        this.reading = new CarefulReading(new Tesseract(settings));
    }

    /**
     * Reads from the given page to the last.
     *
     * @param unopened whether the page lies in a fold that must not be read
     */
    void from(int first, boolean unopened) throws IOException {
        next = first;
        sealed = unopened;
        for (int deaths = 0; deaths < MAX_DEATHS; deaths++) {
            if (ends() || (pages > 0 && next > pages)) {
                return;
            }
            if (pages == 0) {
                listener.opened(
                        Scan.refused("le fichier n'a pas pu être ouvert : trop lourd, ou construit de façon anormale"));
                return;
            }
            listener.page(PageResult.unreadable(next++, DEADLY));
        }
        while (next <= pages) {
            listener.page(PageResult.unreadable(next++, "abandonnée : d'autres pages du fichier sont endommagées"));
        }
    }

    /** Follows one child; false when it died or hung at page {@code next}, or before it could open the file. */
    private boolean ends() throws IOException {
        try (RenderChild child = RenderChild.start(file, folder, next, settings)) {
            while (true) {
                Optional<List<String>> answer = child.next();
                if (answer.isEmpty()) {
                    return false;
                }
                if (last(answer.get())) {
                    return true;
                }
                child.advance();
            }
        }
    }

    private boolean last(List<String> answer) throws IOException {
        switch (answer.get(0)) {
            case "refused" -> listener.opened(Scan.refused(answer.get(1)));
            case "file" -> opened(answer);
            case "page" -> page(answer);
            default -> {
                // the end, or what a dying Java says on its own
            }
        }
        return answer.get(0).equals("refused") || answer.get(0).equals("end");
    }

    private void opened(List<String> answer) {
        if (pages == 0) {
            pages = Integer.parseInt(answer.get(1));
            listener.opened(Scan.of(pages, Optional.of(answer.get(2)).filter(damage -> !damage.isEmpty())));
        }
    }

    private void page(List<String> answer) throws IOException {
        int number = Integer.parseInt(answer.get(1));
        Path picture = folder.resolve(number + ".pgm");
        Path text = folder.resolve(number + ".txt");
        PageResult result = answer.get(2).equals("unreadable")
                ? PageResult.unreadable(number, answer.get(3))
                : page(number, answer, picture, text);
        Files.deleteIfExists(picture);
        Files.deleteIfExists(text);
        listener.page(result);
        next = number + 1;
    }

    private PageResult page(int number, List<String> answer, Path picture, Path text) throws IOException {
        String dpi = answer.get(3);
        int quarters = Integer.parseInt(answer.get(4));
        List<String> steps = Arrays.stream(answer.get(5).split(" "))
                .filter(step -> !step.isEmpty())
                .toList();
        List<String> codes = answer.subList(6, answer.size());
        if (answer.get(2).equals("blank")) {
            return PageResult.read(number, "", 100).as(PageResult.Kind.BLANK, 0, codes);
        }
        PageResult read = SeparatorSheet.byCode(codes)
                ? PageResult.read(number, "", 100)
                : sealed
                        ? unopened(number)
                        : switch (answer.get(2)) {
                            case "text" -> PageResult.read(number, Files.readString(text, StandardCharsets.UTF_8), 100);
                            case "both" -> orOwnText(picture(number, picture, dpi), text);
                            default -> picture(number, picture, dpi);
                        };
        boolean separator = SeparatorSheet.test(codes, read.text());
        sealed = separator ? Slip.of(codes).isSealed() : sealed;
        PageResult.Kind kind = separator ? PageResult.Kind.SEPARATOR : PageResult.Kind.LETTER;
        return read.as(kind, (read.rotation() + 90 * quarters) % 360, codes).after(steps);
    }

    private static PageResult unopened(int number) {
        return PageResult.read(number, "", 100);
    }

    private PageResult picture(int number, Path picture, String dpi) {
        if (failures >= MAX_FAILURES) {
            return PageResult.unread(number, "le lecteur de caractères a échoué sur les pages précédentes");
        }
        PageResult result = reading.read(number, picture, Integer.parseInt(dpi));
        failures = result.state() == PageResult.State.UNREAD ? failures + 1 : 0;
        return result;
    }

    /** The text that the scanner added, when the picture could not be read here. */
    private static PageResult orOwnText(PageResult read, Path text) throws IOException {
        return read.state() == PageResult.State.READ
                ? read
                : PageResult.read(read.number(), Files.readString(text, StandardCharsets.UTF_8), 50);
    }
}
