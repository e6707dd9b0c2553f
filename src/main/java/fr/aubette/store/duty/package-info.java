/** Who was paged, in PostgreSQL. */
@NullMarked
package fr.aubette.store.duty;

import org.jspecify.annotations.NullMarked;
