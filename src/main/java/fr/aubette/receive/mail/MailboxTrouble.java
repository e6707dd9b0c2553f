package fr.aubette.receive.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says that a mailbox cannot be read, in words by which an administrator can set it right; no personal data. */
public final class MailboxTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    MailboxTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    MailboxTrouble(String message) {
        super(message);
    }

    /** What a library's exception means here. */
    static MailboxTrouble of(MailboxSettings settings, Exception failure) {
        return failure instanceof MailboxTrouble known ? known : new MailboxTrouble(words(settings, failure), failure);
    }

    private static String words(MailboxSettings settings, Exception failure) {
        List<Throwable> chain = chain(failure);
        String server = settings.host() + ":" + settings.port();
        if (has(chain, CertificateException.class) || has(chain, SSLException.class)) {
            return tls(settings, chain, server);
        }
        if (has(chain, AuthenticationFailedException.class)) {
            return settings.oauth().isPresent()
                    ? "sign-in: " + server + " refuses the token: check user, scope and the rights of clientId"
                    : "sign-in: " + server + " refuses user and password";
        }
        if (has(chain, FolderNotFoundException.class)) {
            return "there is no folder " + settings.folder();
        }
        if (has(chain, ReadOnlyFolderException.class)) {
            return "the folder " + settings.folder() + " may not be written: give the right, or afterwards: leave";
        }
        if (has(chain, UnknownHostException.class)) {
            return "no such host: " + settings.host();
        }
        if (has(chain, ConnectException.class) || has(chain, MailConnectException.class)) {
            return "nothing answers at " + server;
        }
        if (has(chain, InterruptedIOException.class)) {
            return server + " stopped answering";
        }
        return "connection to " + server + " lost (" + failure.getClass().getSimpleName() + ")";
    }

    private static String tls(MailboxSettings settings, List<Throwable> chain, String server) {
        if (says(chain, text -> text.contains("subject alternative") || text.contains("No name matching"))) {
            return "TLS: the certificate of %s is not for the name %s: correct host, or the certificate"
                    .formatted(server, settings.host());
        }
        if (says(chain, text -> text.contains("validity check failed") || text.contains("NotAfter"))) {
            return "TLS: the certificate of " + server + " has run out";
        }
        if (says(chain, text -> text.contains("PKIX") || text.contains("certification path"))) {
            return "TLS: the certificate of %s is signed by nobody trusted: put its authority's certificate into a file, trust: FILE"
                    .formatted(server);
        }
        return "TLS: no secure line to %s: check port and protocol (imaps, starttls or imap)".formatted(server);
    }

    /** Jakarta Mail keeps some causes beside the cause. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable each = failure;
        while (each != null && chain.size() < 20 && !chain.contains(each)) {
            chain.add(each);
            Throwable next = each instanceof MessagingException mail ? mail.getNextException() : null;
            each = next == null ? each.getCause() : next;
        }
        return chain;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static boolean says(List<Throwable> chain, Predicate<String> words) {
        return chain.stream().anyMatch(each -> words.test(String.valueOf(each.getMessage())));
    }
}
