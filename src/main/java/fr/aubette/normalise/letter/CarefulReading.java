package fr.aubette.normalise.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a page, and reads it otherwise when the first look was poor: as one block of lines when few words were found,
 * turned upright when it lies upside down, then at half its size, which joins the broken strokes of handwriting. The
 * richest reading is kept.
 *
 * <p>Measured: asking for the orientation of every page costs a third more time; printed letters are read with a
 * confidence of 85 and more, upside down with some 30. At two thirds of 300 dots per inch, print of six points is read
 * as well, and what is noise at full size is not seen: a quarter less time, and fewer mistakes on old paper.
 */
final class CarefulReading {

    /** A page read with this mean confidence needs no other look. */
    private static final int GOOD = 78;

    /** Words of a lower confidence than this say more against a reading than for it. */
    private static final int DOUBTFUL = 40;

    /** A page lying upside down is read more poorly than this. */
    private static final int UPRIGHT = 60;

    /** From this resolution on a picture is made smaller first. */
    private static final int FINE = 280;

    /** By how much more a reading as one block must be worth: it runs what stands side by side together. */
    private static final double CLEARLY = 1.15;

    /** Where so many words were found, the page's lines were. */
    private static final int FULL = 150;

    private final Tesseract tesseract;

    CarefulReading(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    PageResult read(int number, Path picture, int dpi) {
        PageResult first = reduced(number, picture, dpi);
        if (first.state() != PageResult.State.READ || first.confidence() >= GOOD) {
            return first;
        }
        boolean full = first.words().size() >= FULL;
        PageResult best = full ? first : orAsBlock(first, picture, dpi);
        if (best.confidence() < UPRIGHT) {
            best = orTurned(best, picture, dpi);
        }
        return best.confidence() < GOOD ? orHalved(best, picture, dpi) : best;
    }

    /** A fine picture is read at two thirds of its size. */
    private PageResult reduced(int number, Path picture, int dpi) {
        if (dpi < FINE) {
            return tesseract.read(number, picture, dpi);
        }
        Path less = PictureFile.of(picture).twoThirds();
        try {
            return grown(tesseract.read(number, less, dpi * 2 / 3), 3, 2);
        } finally {
            delete(less);
        }
    }

    /** Read as one block of lines, where that finds clearly more and runs over no gutter. */
    private PageResult orAsBlock(PageResult poor, Path picture, int dpi) {
        PageResult block = tesseract.readAsBlock(poor.number(), picture, dpi);
        boolean richer = worth(block) > CLEARLY * Math.max(0, worth(poor));
        return hasWords(block) && richer && !Gutter.in(block.words()) ? block : poor;
    }

    private PageResult orTurned(PageResult poor, Path picture, int dpi) {
        int turn = tesseract.turn(picture, dpi);
        if (turn == 0) {
            return poor;
        }
        Path upright = PictureFile.of(picture).turned(turn);
        try {
            return better(poor, reduced(poor.number(), upright, dpi).turned(turn));
        } finally {
            delete(upright);
        }
    }

    private PageResult orHalved(PageResult poor, Path picture, int dpi) {
        boolean turned = poor.rotation() != 0;
        Path upright = turned ? PictureFile.of(picture).turned(poor.rotation()) : picture;
        Path half = PictureFile.of(upright).halved();
        try {
            PageResult read = grown(tesseract.read(poor.number(), half, dpi / 2), 2, 1);
            return better(poor, read.turned(poor.rotation()));
        } finally {
            delete(half);
            if (turned) {
                delete(upright);
            }
        }
    }

    private static PageResult better(PageResult one, PageResult other) {
        return hasWords(other) && worth(other) > worth(one) ? other : one;
    }

    /** A look that failed, or found nothing, takes away nothing. */
    private static boolean hasWords(PageResult page) {
        return page.state() == PageResult.State.READ && !page.words().isEmpty();
    }

    /** Letters read, each by how sure it is. */
    private static long worth(PageResult page) {
        String[] texts = page.text().split("\\s+");
        long worth = 0;
        for (int i = 0; i < Math.min(texts.length, page.words().size()); i++) {
            worth += (long) texts[i].length() * (page.words().get(i).confidence() - DOUBTFUL);
        }
        return worth;
    }

    /** The boxes in pixels of the whole picture, so many times as large. */
    private static PageResult grown(PageResult page, int times, int by) {
        return new PageResult(
                page.number(),
                page.state(),
                page.text(),
                page.confidence(),
                page.reason(),
                page.kind(),
                page.rotation(),
                page.codes(),
                page.words().stream()
                        .map(word -> new Word(
                                word.confidence(),
                                word.left() * times / by,
                                word.top() * times / by,
                                word.width() * times / by,
                                word.height() * times / by))
                        .toList());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
