/** Makes a contact of what an agent typed at a counter or during a call. */
@NullMarked
package fr.aubette.normalise.counter;

import org.jspecify.annotations.NullMarked;
