package fr.aubette.normalise.letter;

/**
 * Where a word was read on the picture of its page, and how surely; the words themselves are the page's text, parted at
 * its blanks.
 *
 * @param confidence 0 to 100
 * @param left in pixels, as are the others
 * @param top from the upper edge
 * @param width of its box
 * @param height of its box
 */
public record Word(int confidence, int left, int top, int width, int height) {}
