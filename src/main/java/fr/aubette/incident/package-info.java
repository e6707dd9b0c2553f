/** Several people's reports of one thing at one place: linked, explained, answered together, parted again. */
@NullMarked
package fr.aubette.incident;

import org.jspecify.annotations.NullMarked;
