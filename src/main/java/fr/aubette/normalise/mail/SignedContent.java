package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The mail inside an opaque S/MIME signature (CMS SignedData, RFC 5652): only the way to its content is read, in BER or
 * DER; the signature itself is not verified.
 */
final class SignedContent {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT = 0xa0;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final byte[] SIGNED_DATA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
    };
    private static final int DEPTH = 8;

    private final ByteBuffer in;

    private SignedContent(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /** Whether these bytes are signed, and not encrypted. */
    static boolean isSigned(byte[] bytes) {
        SignedContent content = new SignedContent(bytes);
        return content.enter(SEQUENCE) >= -1 && content.takeType();
    }

    /** What was signed; empty when it is not there, cut or broken. */
    static Optional<byte[]> of(byte[] bytes) {
        return new SignedContent(bytes).content();
    }

    private Optional<byte[]> content() {
        boolean found = enter(SEQUENCE) >= -1
                && takeType()
                && enter(EXPLICIT) >= -1
                && enter(SEQUENCE) >= -1
                && skip(0)
                && peek() == SET
                && skip(0)
                && enter(SEQUENCE) >= -1
                && skip(0)
                && enter(EXPLICIT) >= -1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return found && octets(out, 0) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private boolean takeType() {
        if (in.remaining() < SIGNED_DATA.length) {
            return false;
        }
        byte[] type = new byte[SIGNED_DATA.length];
        in.get(type);
        return java.util.Arrays.equals(type, SIGNED_DATA);
    }

    private int peek() {
        return in.hasRemaining() ? in.get(in.position()) & 0xff : -1;
    }

    /** Steps over a tag and its length; the length, -1 when it is open, less when the tag is another. */
    private int enter(int tag) {
        if (peek() != tag) {
            return -2;
        }
        in.get();
        return length();
    }

    private int length() {
        if (!in.hasRemaining()) {
            return -2;
        }
        int first = in.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return -1;
        }
        int bytes = first & 0x7f;
        if (bytes > 4 || in.remaining() < bytes) {
            return -2;
        }
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | in.get() & 0xff;
        }
        return length > in.remaining() ? -2 : (int) length;
    }

    private boolean skip(int depth) {
        int tag = peek();
        int length = tag < 0 ? -2 : enter(tag);
        if (length >= 0 && length <= in.remaining()) {
            in.position(in.position() + length);
            return true;
        }
        if (length != -1 || depth > DEPTH) {
            return false;
        }
        while (peek() != 0) {
            if (!skip(depth + 1)) {
                return false;
            }
        }
        return endOfOpen();
    }

    private boolean endOfOpen() {
        if (in.remaining() < 2) {
            return false;
        }
        return in.getShort() == 0;
    }

    private boolean octets(ByteArrayOutputStream out, int depth) {
        int tag = peek();
        if (tag == OCTETS) {
            int length = enter(OCTETS);
            if (length < 0 || length > in.remaining()) {
                return false;
            }
            byte[] piece = new byte[length];
            in.get(piece);
            out.writeBytes(piece);
            return true;
        }
        int length = enter(OCTETS_IN_PIECES);
        if (length < -1 || depth > DEPTH) {
            return false;
        }
        int end = length < 0 ? in.limit() : in.position() + length;
        while (in.position() < end && (length >= 0 || peek() != 0)) {
            if (!octets(out, depth + 1)) {
                return false;
            }
        }
        return length >= 0 || endOfOpen();
    }
}
