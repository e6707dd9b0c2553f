/** Legal and service dates, with their articles. Entry point: {@link fr.aubette.deadline.Deadlines}. */
@NullMarked
package fr.aubette.deadline;

import org.jspecify.annotations.NullMarked;
