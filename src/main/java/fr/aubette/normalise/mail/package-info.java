/**
 * Makes a contact of an e-mail. The raw bytes are read once, as a stream, by a reader of our own: bounded in depth,
 * parts and memory, it never throws on what is merely odd.
 */
@NullMarked
package fr.aubette.normalise.mail;

import org.jspecify.annotations.NullMarked;
