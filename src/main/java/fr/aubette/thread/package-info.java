/** Decides whether a matter is already open. Entry point: {@link fr.aubette.thread.TicketThreading}. */
@NullMarked
package fr.aubette.thread;

import org.jspecify.annotations.NullMarked;
