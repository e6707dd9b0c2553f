/**
 * Which paper may go: proposed to the Archives départementales, destroyed by people under their visa, never by the
 * program.
 */
@NullMarked
package fr.aubette.archive;

import org.jspecify.annotations.NullMarked;
