package fr.aubette.normalise.letter.render;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A scan whose pages can be rendered one by one. */
interface ScanFile extends Closeable {

    int pages();

    /** What is wrong with the file although pages of it can be read, in French. */
    Optional<String> damage();

    /**
     * Makes one page readable: writes its picture to {@code picture}, its own text to {@code text}, or both.
     *
     * @param number from 1
     * @throws Unreadable if the page is damaged or over the limits
     */
    Rendered render(int number, Path picture, Path text) throws IOException, Unreadable;

    /**
     * The picture of a page as it came, for people to look at: also of one that is blank or has its own text.
     *
     * @param number from 1
     * @throws Unreadable if the page is damaged or over the limits
     */
    Grey paint(int number) throws IOException, Unreadable;
}
