/** The mail room's batches in PostgreSQL. */
@NullMarked
package fr.aubette.store.mailroom;

import org.jspecify.annotations.NullMarked;
