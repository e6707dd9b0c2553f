/** The agents' console and its HTTP API: pages over the other packages' public types; it holds no rule of its own. */
@NullMarked
package fr.aubette.desk;

import org.jspecify.annotations.NullMarked;
