/** PostgreSQL behind the ports of answers. */
@NullMarked
package fr.aubette.store.answer;

import org.jspecify.annotations.NullMarked;
