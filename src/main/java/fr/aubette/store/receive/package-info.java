/** PostgreSQL behind the mailboxes' ports. */
@NullMarked
package fr.aubette.store.receive;

import org.jspecify.annotations.NullMarked;
