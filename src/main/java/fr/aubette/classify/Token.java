package fr.aubette.classify;

/**
 * A word of a text.
 *
 * @param stem what it is compared by: folded, without its ending
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param lead the small word left out just before it; blank when none was
 * @param behind the small word left out just behind the word before it: another one than {@code lead} when several were
 */
record Token(String stem, int start, int end, String lead, String behind) {}
