/** Batches of scanned letters: what became of each page, where a person says that a letter ends, when one arrived. */
@NullMarked
package fr.aubette.mailroom;

import org.jspecify.annotations.NullMarked;
