/** PostgreSQL behind the console's ports. */
@NullMarked
package fr.aubette.store.desk;

import org.jspecify.annotations.NullMarked;
