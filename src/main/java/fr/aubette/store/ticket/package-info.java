/** PostgreSQL behind the tickets' ports. */
@NullMarked
package fr.aubette.store.ticket;

import org.jspecify.annotations.NullMarked;
