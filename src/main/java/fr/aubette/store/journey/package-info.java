/** PostgreSQL behind the stream: claims, attempts, decisions. */
@NullMarked
package fr.aubette.store.journey;

import org.jspecify.annotations.NullMarked;
