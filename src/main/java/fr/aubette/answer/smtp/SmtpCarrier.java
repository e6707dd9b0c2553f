package fr.aubette.answer.smtp;

import fr.aubette.answer.AnswerSettings;
import fr.aubette.answer.Carrier;
import fr.aubette.answer.Mailbox;
import fr.aubette.answer.Outgoing;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/** Hands a mail to its mailbox's SMTP server. */
@Component
class SmtpCarrier implements Carrier {

    private static final int CONNECT_MILLIS = 10_000;

    /** A server may look at a long mail before it answers; well under the five minutes of a claim. */
    private static final int ANSWER_MILLIS = 60_000;

    private final AnswerSettings settings;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    SmtpCarrier(AnswerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void carry(Outgoing mail) throws NotCarried {
        Mailbox mailbox = settings.mailboxes().get(mail.mailbox());
        if (mailbox == null) {
            throw new NotCarried(false, "no mailbox " + mail.mailbox(), new IOException("not configured"));
        }
        Session session = sessions.computeIfAbsent(mail.mailbox(), name -> session(mailbox));
        try (Transport transport = session.getTransport()) {
            WrittenMail written = WrittenMail.of(mail, mailbox, session);
            connect(transport, mailbox);
            transport.sendMessage(written, written.getAllRecipients());
        } catch (MessagingException e) {
            throw new NotCarried(forGood(e), words(e), e);
        } catch (IOException e) {
            throw new NotCarried(false, "a file could not be read", e);
        }
    }

    /** An empty name would be offered to the server, and refused. */
    private static void connect(Transport transport, Mailbox mailbox) throws MessagingException {
        boolean known = !mailbox.user().isBlank();
        transport.connect(
                mailbox.host(), mailbox.port(), known ? mailbox.user() : null, known ? mailbox.password() : null);
    }

    private static Session session(Mailbox mailbox) {
        Properties of = new Properties();
        boolean tls = mailbox.tls() == Mailbox.Tls.TLS;
        String protocol = tls ? "smtps" : "smtp";
        String key = "mail." + protocol + ".";
        of.put("mail.transport.protocol", protocol);
        of.put(key + "host", mailbox.host());
        of.put(key + "port", Integer.toString(mailbox.port()));
        of.put(key + "auth", Boolean.toString(!mailbox.user().isBlank()));
        of.put(key + "connectiontimeout", Integer.toString(CONNECT_MILLIS));
        of.put(key + "timeout", Integer.toString(ANSWER_MILLIS));
        of.put(key + "writetimeout", Integer.toString(ANSWER_MILLIS));
        of.put(key + "ssl.checkserveridentity", "true");
        of.put(key + "starttls.enable", Boolean.toString(mailbox.tls() == Mailbox.Tls.STARTTLS));
        of.put(key + "starttls.required", Boolean.toString(mailbox.tls() == Mailbox.Tls.STARTTLS));
        of.put(key + "localhost", mailbox.domain());
        return Session.getInstance(of);
    }

    /** The recipient or the mail itself is refused; a refused sender or password is for our administrator to mend. */
    private static boolean forGood(MessagingException failure) {
        for (Throwable each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                return true;
            }
            if (each instanceof SMTPSendFailedException send
                    && send.getReturnCode() >= 550
                    && "DATA".equalsIgnoreCase(command(send))) {
                return true;
            }
        }
        return false;
    }

    private static String command(SMTPSendFailedException failure) {
        String command = failure.getCommand();
        return command == null ? "" : command.equals(".") ? "DATA" : command.split(" ", 2)[0];
    }

    private static @org.jspecify.annotations.Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    /** The kind of failure and its code: a server's words may repeat an address. */
    private static String words(MessagingException failure) {
        return failure instanceof SMTPSendFailedException send
                ? "SMTP " + send.getReturnCode()
                : failure.getClass().getSimpleName();
    }
}
