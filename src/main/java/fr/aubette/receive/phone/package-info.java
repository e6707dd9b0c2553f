/**
 * Telephone calls, from an Asterisk exchange.
 *
 * <p>A call cannot be asked for again, so every byte that the exchange sends goes to a {@link Journal} first. What
 * follows reads the journal, never the socket: at work and after a crash it is the same reading. A conversation that is
 * over goes to the intake; the journal remembers it as handed over only then.
 */
@NullMarked
package fr.aubette.receive.phone;

import org.jspecify.annotations.NullMarked;
