package fr.aubette.receive.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail as a server handed it over, or failed to.
 *
 * @param mailbox user and folder
 * @param place UIDVALIDITY.UID: the same as long as the server keeps its promise
 * @param arrivedAt when the server took it in; empty when it does not say
 * @param bytes empty when they were not to be had
 * @param failure why they were not
 */
record FetchedMail(
        String mailbox,
        String folder,
        String place,
        Optional<Instant> arrivedAt,
        Optional<MailBytes> bytes,
        String failure)
        implements AutoCloseable {

    @Override
    public void close() {
        bytes.ifPresent(MailBytes::close);
    }
}
