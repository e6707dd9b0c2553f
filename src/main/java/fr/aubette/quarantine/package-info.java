/** What could not be handled, and why; retry, re-evaluate, discard. */
@NullMarked
package fr.aubette.quarantine;

import org.jspecify.annotations.NullMarked;
