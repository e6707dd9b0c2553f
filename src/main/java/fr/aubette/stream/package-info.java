/**
 * What the routes themselves need: one transaction per journey, checks at start, the sweep. It decides nothing about a
 * contact.
 */
@NullMarked
package fr.aubette.stream;

import org.jspecify.annotations.NullMarked;
