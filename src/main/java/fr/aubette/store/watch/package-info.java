/** PostgreSQL behind the counters. */
@NullMarked
package fr.aubette.store.watch;

import org.jspecify.annotations.NullMarked;
