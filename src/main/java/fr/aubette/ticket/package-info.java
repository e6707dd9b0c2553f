/** The ticket's life and its history. */
@NullMarked
package fr.aubette.ticket;

import org.jspecify.annotations.NullMarked;
