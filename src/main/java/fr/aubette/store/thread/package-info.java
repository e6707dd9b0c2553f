/** PostgreSQL behind the threading port. */
@NullMarked
package fr.aubette.store.thread;

import org.jspecify.annotations.NullMarked;
