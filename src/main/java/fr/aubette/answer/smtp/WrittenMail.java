package fr.aubette.answer.smtp;

import fr.aubette.answer.Mailbox;
import fr.aubette.answer.Outgoing;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail as it goes over the wire (RFC 5322, RFC 3834), under our own Message-ID. */
final class WrittenMail extends SMTPMessage {

    private final String messageId;

    private WrittenMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static WrittenMail of(Outgoing mail, Mailbox mailbox, Session session) throws MessagingException, IOException {
        WrittenMail written = new WrittenMail(session, mail.messageId());
        written.setEnvelopeFrom(mail.failuresTo());
        written.setFrom(address(mailbox, mail.sender()));
        written.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        written.setReplyTo(new InternetAddress[] {address(mailbox, mail.replyTo())});
        written.setSubject(mail.subject(), "UTF-8");
        written.setSentDate(new Date());
        written.thread(mail);
        if (mail.automatic()) {
            written.setHeader("Auto-Submitted", "auto-replied");
            written.setHeader("X-Auto-Response-Suppress", "All");
        }
        written.fill(mail);
        written.saveChanges();
        return written;
    }

    private void thread(Outgoing mail) throws MessagingException {
        if (mail.inReplyTo().isPresent()) {
            setHeader("In-Reply-To", "<" + mail.inReplyTo().get() + ">");
            setHeader(
                    "References",
                    mail.references().stream().map(each -> "<" + each + ">").collect(Collectors.joining("\r\n ")));
        }
    }

    private void fill(Outgoing mail) throws MessagingException, IOException {
        if (mail.files().isEmpty()) {
            setText(mail.text(), "UTF-8");
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        parts.addBodyPart(text);
        for (Outgoing.Enclosed file : mail.files()) {
            parts.addBodyPart(part(file));
        }
        setContent(parts);
    }

    private static MimeBodyPart part(Outgoing.Enclosed file) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Bytes(file)));
        part.setFileName(MimeUtility.encodeText(file.name(), "UTF-8", null));
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(Mailbox mailbox, String address) throws MessagingException {
        try {
            return mailbox.name().isBlank()
                    ? new InternetAddress(address, true)
                    : new InternetAddress(address, mailbox.name().replaceAll("\\p{Cntrl}", " "), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    /** Keeps ours, where the library would make one of its own. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    /** A file's bytes, read when they are sent. */
    private record Bytes(Outgoing.Enclosed file) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return file.content().open();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public String getContentType() {
            return file.mediaType().matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}")
                    ? file.mediaType()
                    : "application/octet-stream";
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
