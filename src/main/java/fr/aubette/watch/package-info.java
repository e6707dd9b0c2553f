/** Health and counters: what an administrator looks at first. */
@NullMarked
package fr.aubette.watch;

import org.jspecify.annotations.NullMarked;
