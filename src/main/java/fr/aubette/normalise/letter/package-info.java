/**
 * Reads scanned letters: pages rendered in a child process, read by tesseract in another, kept page by page; then made
 * into a contact. Entry points: {@link fr.aubette.normalise.letter.PageReading} for the stream,
 * {@link fr.aubette.normalise.letter.LetterNormaliser} for what the pages say.
 */
@NullMarked
package fr.aubette.normalise.letter;

import org.jspecify.annotations.NullMarked;
