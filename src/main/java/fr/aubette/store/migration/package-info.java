/** Brings the schema up to date, as soon as PostgreSQL answers. */
@NullMarked
package fr.aubette.store.migration;

import org.jspecify.annotations.NullMarked;
