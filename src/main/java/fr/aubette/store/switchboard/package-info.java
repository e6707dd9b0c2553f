/** PostgreSQL behind the ports of the switchboard. */
@NullMarked
package fr.aubette.store.switchboard;

import org.jspecify.annotations.NullMarked;
