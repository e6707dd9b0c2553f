/** PostgreSQL behind the ports of access. */
@NullMarked
package fr.aubette.store.access;

import org.jspecify.annotations.NullMarked;
