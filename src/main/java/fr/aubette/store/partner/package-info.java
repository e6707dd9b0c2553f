/** PostgreSQL behind the transfers' port. */
@NullMarked
package fr.aubette.store.partner;

import org.jspecify.annotations.NullMarked;
