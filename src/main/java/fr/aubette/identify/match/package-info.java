/** Decides who a contact comes from: keys to find people by, weights, a probability for each candidate. */
@NullMarked
package fr.aubette.identify.match;

import org.jspecify.annotations.NullMarked;
