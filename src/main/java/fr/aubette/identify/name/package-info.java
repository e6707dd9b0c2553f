/** Names as written and as heard: folding, particles, compounds, French sound, distance between spellings. */
@NullMarked
package fr.aubette.identify.name;

import org.jspecify.annotations.NullMarked;
