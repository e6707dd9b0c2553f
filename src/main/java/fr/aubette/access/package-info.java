/** Who signs in and who may see what, decided here alone; each opening of a ticket's content is recorded. */
@NullMarked
package fr.aubette.access;

import org.jspecify.annotations.NullMarked;
