package fr.aubette.receive.letter.remote;

import fr.aubette.receive.TrustFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of a line to an FTP server: 1.2, its sessions kept by both sides. vsftpd gives tickets that last 68 years,
 * which Java throws away as it must (RFC 8446, section 4.6.1), so that no session could be taken up with them; TLS 1.3
 * has nothing else.
 */
final class FtpsLine {

    /** Read by Java each time a context is made, and at no other time. */
    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    private FtpsLine() {}

    /** @param trust certificates in PEM, trusted besides Java's own */
    static synchronized SSLContext context(Optional<Path> trust) throws IOException {
        String before = System.setProperty(TICKETS, "false");
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.2");
            context.init(null, TrustFile.managers(trust), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(TICKETS);
        } else {
            System.setProperty(TICKETS, before);
        }
    }
}
