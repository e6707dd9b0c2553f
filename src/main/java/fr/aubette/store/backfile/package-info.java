/** Back-files in PostgreSQL. */
@NullMarked
package fr.aubette.store.backfile;

import org.jspecify.annotations.NullMarked;
