package fr.aubette.receive.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.angus.mail.util.ReadableMime;

/**
 * The bytes of one mail, or its start when it is too long.
 *
 * @param content what was read
 * @param size of the whole mail in bytes, as the server says
 */
record MailBytes(byte[] content, long size) {

    /** How much is kept of a mail that is too long, in bytes: its header and the beginning of its text. */
    private static final int START = 1024 * 1024;

    /**
     * Reads a mail, never more of it than is allowed.
     *
     * @param max longest mail read whole, in bytes
     */
    static MailBytes of(Message mail, int max) throws MessagingException, IOException {
        int announced = mail.getSize();
        if (announced > max) {
            return new MailBytes(start(mail, Math.min(START, max)), announced);
        }
        byte[] bytes = start(mail, max + 1);
        return bytes.length <= max
                ? new MailBytes(bytes, bytes.length)
                : new MailBytes(Arrays.copyOf(bytes, Math.min(START, max)), bytes.length);
    }

    boolean isCut() {
        return size > content.length;
    }

    /** The same for the same bytes, wherever and however often they are offered. */
    String identity() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest) + (isCut() ? "+" + size : "");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] start(Message mail, int most) throws MessagingException, IOException {
        if (mail instanceof ReadableMime readable) {
            try (InputStream in = readable.getMimeStream()) {
                return in.readNBytes(most);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return Arrays.copyOf(out.toByteArray(), Math.min(out.size(), most));
    }
}
