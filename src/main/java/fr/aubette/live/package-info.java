/** Pushes to browsers: "this ticket changed", to those who may see it, and nothing more. */
@NullMarked
package fr.aubette.live;

import org.jspecify.annotations.NullMarked;
