/** Hands mails to an SMTP server: the one place from which a mail can leave, and only what the gate let through. */
@NullMarked
package fr.aubette.answer.smtp;

import org.jspecify.annotations.NullMarked;
