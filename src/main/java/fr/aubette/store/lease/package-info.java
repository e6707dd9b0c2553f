/** PostgreSQL behind the leases. */
@NullMarked
package fr.aubette.store.lease;

import org.jspecify.annotations.NullMarked;
