/** PostgreSQL behind the citizens' port. */
@NullMarked
package fr.aubette.store.identify;

import org.jspecify.annotations.NullMarked;
