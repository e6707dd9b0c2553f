/**
 * Letters from drop folders: which files are scans, when a file is whole, and what a file says before it is read. Entry
 * point: {@link fr.aubette.receive.letter.LetterItems}.
 */
@NullMarked
package fr.aubette.receive.letter;

import org.jspecify.annotations.NullMarked;
