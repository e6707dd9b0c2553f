/** Tables {@code elimination} and {@code elimination_letter}. */
@NullMarked
package fr.aubette.store.archive;

import org.jspecify.annotations.NullMarked;
