package fr.aubette.normalise.letter.render;

import java.util.List;

/**
 * What was written for a page.
 *
 * @param kind which of the two files tells what is on the page
 * @param dpi dots per inch of the picture; 0 without a picture
 * @param quarters how many quarter turns clockwise the picture was given, so that its lines run across
 * @param codes printed on the page
 * @param steps what else was done to the picture, as {@link Sheet#steps}
 */
record Rendered(Kind kind, int dpi, int quarters, List<Code> codes, List<String> steps) {

    /** The word that the parent process reads is the lower-case name. */
    enum Kind {
        /** A picture to be read. */
        IMAGE,
        /** The page was made by a computer: its own text is whole. */
        TEXT,
        /** A blank sheet, such as the back of a page: there is nothing to read. */
        BLANK,
        /** A picture, and a text which the scanner added: worth having only if the picture cannot be read. */
        BOTH
    }

    Rendered(Kind kind, int dpi) {
        this(kind, dpi, 0, List.of(), List.of());
    }

    /** The same picture, with a text beside. */
    Rendered as(Kind other) {
        return new Rendered(other, dpi, quarters, codes, steps);
    }
}
