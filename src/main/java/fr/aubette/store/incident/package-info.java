/** PostgreSQL behind the port of {@link fr.aubette.incident}. */
@NullMarked
package fr.aubette.store.incident;

import org.jspecify.annotations.NullMarked;
