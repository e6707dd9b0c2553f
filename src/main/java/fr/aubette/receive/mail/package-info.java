/** Takes mails out of mailboxes over IMAP, as bytes: nothing is parsed at this edge. */
@NullMarked
package fr.aubette.receive.mail;

import org.jspecify.annotations.NullMarked;
