/** Telling the broker what a transaction made true: at least once, in order per ticket. */
@NullMarked
package fr.aubette.outbox;

import org.jspecify.annotations.NullMarked;
