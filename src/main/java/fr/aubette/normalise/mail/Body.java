package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What stands under a part's header: its decoded size always, its bytes only as far as they are text to be read. */
final class Body {

    private static final int DASHES_WITHIN = 8;

    private final TransferEncoding encoding;
    private final TransferEncoding.Counter size;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private boolean dashes;
    private int room;
    private boolean cut;

    /**
     * A body to be filled.
     *
     * @param room how many bytes to keep, before decoding
     */
    Body(TransferEncoding encoding, int room) {
        this.encoding = encoding;
        this.size = encoding.counter();
        this.room = room;
    }

    /** A body of which only the size is known. */
    static Body ofSize(long size) {
        Body body = new Body(TransferEncoding.IDENTITY, 0);
        body.size.addRaw(size);
        return body;
    }

    void write(byte[] bytes, int length) {
        size.add(bytes, length);
        int taken = Math.min(length, room);
        dashes |= kept.size() < DASHES_WITHIN && length > 1 && bytes[0] == '-' && bytes[1] == '-';
        kept.write(bytes, 0, taken);
        room -= taken;
        cut |= taken < length;
    }

    /** Bytes after decoding the transfer encoding. */
    long size() {
        return size.total();
    }

    int keptBytes() {
        return kept.size();
    }

    /** Whether more came than there was room for. */
    boolean isCut() {
        return cut;
    }

    /** Whether what was kept begins with this text, which begins with dashes, blanks left out, before decoding. */
    boolean opensWithDashes(String start) {
        if (!dashes) {
            return false;
        }
        return new String(kept.toByteArray(), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .startsWith(start);
    }

    /** The bytes that were kept, decoded. */
    byte[] bytes() {
        return encoding.decode(kept.toByteArray());
    }
}
