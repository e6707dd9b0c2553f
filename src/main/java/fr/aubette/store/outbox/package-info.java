/** PostgreSQL behind the outbox's ports. */
@NullMarked
package fr.aubette.store.outbox;

import org.jspecify.annotations.NullMarked;
