/** PostgreSQL behind the port of the referents. */
@NullMarked
package fr.aubette.store.referent;

import org.jspecify.annotations.NullMarked;
