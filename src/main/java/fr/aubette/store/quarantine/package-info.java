/** PostgreSQL behind the quarantine. */
@NullMarked
package fr.aubette.store.quarantine;

import org.jspecify.annotations.NullMarked;
