package fr.aubette.receive.mail;

import fr.aubette.model.Content;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.angus.mail.util.ReadableMime;

/**
 * The bytes of one mail, or its start when it is too long. A long mail is in a temporary file until it is closed.
 *
 * @param content what was read
 * @param identity the same for the same bytes, wherever and however often they are offered
 * @param cutFrom size of the whole mail in bytes, when it is not whole
 * @param file where a long one is
 */
record MailBytes(Content content, String identity, Optional<Long> cutFrom, Optional<Path> file)
        implements AutoCloseable {

    /** How much is kept of a mail that is too long, in bytes: its header and the beginning of its text. */
    static final int START = 256 * 1024;

    /** Up to here a mail is held in memory, in bytes. */
    private static final int SHORT = 1024 * 1024;

    /**
     * Reads a mail, never more of it than is allowed.
     *
     * @param max longest mail read whole, in bytes
     * @param scratch folder where a long one is put aside
     */
    static MailBytes of(Message mail, long max, Path scratch) throws MessagingException, IOException {
        long announced = mail.getSize();
        if (announced > max) {
            return cut(start(mail, (int) Math.min(START, max)), announced);
        }
        try (InputStream in = open(mail)) {
            byte[] first = in.readNBytes((int) Math.min(SHORT, max + 1));
            if (first.length > max) {
                return cut(Arrays.copyOf(first, (int) Math.min(START, max)), first.length);
            }
            return first.length < SHORT
                    ? new MailBytes(Content.of(first), hex(first), Optional.empty(), Optional.empty())
                    : longer(first, in, max, scratch);
        }
    }

    private static MailBytes cut(byte[] start, long size) {
        return new MailBytes(Content.of(start), hex(start) + "+" + size, Optional.of(size), Optional.empty());
    }

    private static MailBytes longer(byte[] first, InputStream rest, long max, Path scratch) throws IOException {
        Path file = Files.createTempFile(scratch, "mail", null);
        boolean whole = false;
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            out.write(first);
            long size = first.length;
            byte[] buffer = new byte[START];
            for (int read = rest.read(buffer); read > 0 && size <= max; read = rest.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
            if (size > max) {
                return cut(Arrays.copyOf(first, (int) Math.min(START, max)), size);
            }
            whole = true;
            String identity = HexFormat.of().formatHex(digest.digest());
            return new MailBytes(Content.of(file), identity, Optional.empty(), Optional.of(file));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        if (file.isPresent() && !file.get().toFile().delete()) {
            file.get().toFile().deleteOnExit();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] start(Message mail, int most) throws MessagingException, IOException {
        try (InputStream in = open(mail)) {
            return in.readNBytes(most);
        }
    }

    private static InputStream open(Message mail) throws MessagingException, IOException {
        if (mail instanceof ReadableMime readable) {
            return readable.getMimeStream();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return Content.of(out.toByteArray()).open();
    }
}
