/** PostgreSQL behind the intake's port. */
@NullMarked
package fr.aubette.store.intake;

import org.jspecify.annotations.NullMarked;
