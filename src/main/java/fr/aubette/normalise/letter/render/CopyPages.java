package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The child process that makes the reading copy of a letter: a PDF/A-2b of its pages as they came, straight and
 * upright, with what was read of them as a text behind.
 *
 * <p>Arguments: file, plan, where to write the PDF, its title, most pages, most pixels, dots per inch. A line of the
 * plan begins a page, {@code page NUMBER ROTATION}, or places a word on it, {@code word LEFT TOP WIDTH HEIGHT TEXT}, or
 * gives a line of text that has no place, {@code line TEXT}; fields are parted by tabs.
 */
public final class CopyPages {

    /** A page of the plan. */
    private record Planned(int number, int rotation, List<Placed> words, List<String> lines) {}

    /** A word in its place, in pixels of the picture that was read. */
    record Placed(int left, int top, int width, int height, String text) {}

    private CopyPages() {}

    public static void main(String[] args) throws IOException, Unreadable {
        Limits limits = new Limits(Integer.parseInt(args[4]), Long.parseLong(args[5]), Integer.parseInt(args[6]));
        Path wanted = Path.of(args[2]);
        Path partial = wanted.resolveSibling(wanted.getFileName() + ".part");
        try (ScanFile scan = ScanFiles.open(Path.of(args[0]), limits);
                CopyPdf copy = new CopyPdf(args[3])) {
            for (Planned each : plan(Path.of(args[1]))) {
                add(scan, each, copy);
            }
            copy.save(partial);
        }
        Files.move(partial, wanted, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What cannot be painted is said on a page of its own: the others are worth having. */
    private static void add(ScanFile scan, Planned page, CopyPdf copy) throws IOException {
        Grey picture;
        try {
            picture = upright(scan.paint(page.number()), page.rotation());
        } catch (Unreadable | IOException | RuntimeException e) {
            copy.missing("Page " + page.number() + " : elle ne peut pas être montrée, voir l'original.");
            return;
        }
        copy.add(picture, page.words(), page.lines());
    }

    private static List<Planned> plan(Path file) throws IOException {
        List<Planned> pages = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", 6);
            switch (fields[0]) {
                case "page" ->
                    pages.add(new Planned(
                            Integer.parseInt(fields[1]),
                            Integer.parseInt(fields[2]),
                            new ArrayList<>(),
                            new ArrayList<>()));
                case "word" ->
                    pages.get(pages.size() - 1)
                            .words()
                            .add(new Placed(
                                    Integer.parseInt(fields[1]),
                                    Integer.parseInt(fields[2]),
                                    Integer.parseInt(fields[3]),
                                    Integer.parseInt(fields[4]),
                                    fields[5]));
                default -> pages.get(pages.size() - 1).lines().add(line.substring(line.indexOf('\t') + 1));
            }
        }
        return pages;
    }

    private static Grey upright(Grey raw, int rotation) {
        Sheet sheet = Sheet.asItCame(raw);
        Grey picture = sheet.picture();
        for (int turned = 90 * sheet.quarters(); Math.floorMod(turned - rotation, 360) != 0; turned += 90) {
            picture = picture.quarterTurned();
        }
        return picture;
    }
}
