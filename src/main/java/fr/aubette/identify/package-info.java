/** Decides which citizen a contact comes from. Entry point: {@link fr.aubette.identify.Identification}. */
@NullMarked
package fr.aubette.identify;

import org.jspecify.annotations.NullMarked;
