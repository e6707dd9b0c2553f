/**
 * What people typed, read from flat JSON under limits. The door and the normaliser read with the same reader, so that
 * what the one takes the other understands.
 */
@NullMarked
package fr.aubette.typed;

import org.jspecify.annotations.NullMarked;
