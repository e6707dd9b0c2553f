/**
 * Finds probable duplicates in any table of people, or between two, without examples: weights are estimated from the
 * table itself.
 */
@NullMarked
package fr.aubette.identify.pairs;

import org.jspecify.annotations.NullMarked;
