package fr.aubette.normalise.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines without ever holding a long one whole, and without losing which line end each had: LF, CRLF
 * and a lone CR all count, since real mails mix them.
 */
final class LineReader {

    /** Longest piece handed out at once, in bytes; a longer line comes in several pieces. */
    static final int MAX_PIECE = 8 * 1024;

    private static final byte[] NONE = {};
    private static final byte[] LF = {'\n'};
    private static final byte[] CR = {'\r'};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] CRLF = {'\r', '\n'};

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;

    final byte[] piece = new byte[MAX_PIECE];
    int length;
    byte[] ending = LF;
    boolean startsLine = true;

    /** Reads this stream from its start; a byte order mark there is no part of the text. */
    LineReader(InputStream in) throws IOException {
        this.in = in;
        limit = Math.max(0, in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length));
        position = limit == 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    }

    /** Reads the next piece into {@link #piece}; false at the end. */
    boolean next() throws IOException {
        startsLine = ending.length > 0;
        length = 0;
        ending = NONE;
        while (length < MAX_PIECE) {
            int each = read();
            if (each < 0) {
                return length > 0;
            }
            if (each == '\n') {
                ending = LF;
                return true;
            }
            if (each == '\r') {
                ending = followedByLineFeed() ? CRLF : CR;
                return true;
            }
            piece[length++] = (byte) each;
        }
        return true;
    }

    private boolean followedByLineFeed() throws IOException {
        int next = read();
        if (next >= 0 && next != '\n') {
            position--;
        }
        return next == '\n';
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }
}
