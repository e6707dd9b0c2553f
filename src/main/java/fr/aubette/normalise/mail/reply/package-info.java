/**
 * Tells what a mail newly says from what it quotes, forwards, signs and disclaims. French first, then the languages of
 * its neighbours.
 */
@NullMarked
package fr.aubette.normalise.mail.reply;

import org.jspecify.annotations.NullMarked;
