/** Who is on duty, and is paged when nobody takes a protected ticket. Entry point: {@link fr.aubette.duty.Paging}. */
@NullMarked
package fr.aubette.duty;

import org.jspecify.annotations.NullMarked;
