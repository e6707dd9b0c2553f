/** PostgreSQL behind the port of live. */
@NullMarked
package fr.aubette.store.live;

import org.jspecify.annotations.NullMarked;
