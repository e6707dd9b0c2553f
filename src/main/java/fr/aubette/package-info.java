/** Where the program starts. */
@NullMarked
package fr.aubette;

import org.jspecify.annotations.NullMarked;
