/**
 * Asterisk's manager protocol as plain data: bytes into event blocks, blocks into conversations, a conversation into a
 * telephone call. Pure: no thread, no socket, no clock. Both the line that listens and the normaliser read with it, so
 * that a kept call evaluated again gives the same answer.
 */
@NullMarked
package fr.aubette.ami;

import org.jspecify.annotations.NullMarked;
