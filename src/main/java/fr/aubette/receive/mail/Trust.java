package fr.aubette.receive.mail;

import fr.aubette.receive.TrustFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Whom a secure line to a mailbox may be opened to. */
final class Trust {

    private Trust() {}

    /**
     * The context of a secure line.
     *
     * @param file certificates in PEM, trusted besides Java's own
     * @throws MailboxTrouble if the file holds no certificate that can be read
     */
    static SSLContext context(Optional<Path> file) throws MailboxTrouble {
        try {
            return TrustFile.context(file);
        } catch (IOException e) {
            throw new MailboxTrouble("TLS: the trust file cannot be used: " + e.getMessage(), e);
        }
    }
}
