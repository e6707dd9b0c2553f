/** Pages of scanned letters in PostgreSQL. */
@NullMarked
package fr.aubette.store.normalise;

import org.jspecify.annotations.NullMarked;
