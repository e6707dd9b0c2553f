/** Finds citizens by what a person types of them, in any written form. */
@NullMarked
package fr.aubette.identify.find;

import org.jspecify.annotations.NullMarked;
