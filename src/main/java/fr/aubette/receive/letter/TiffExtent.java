package fr.aubette.receive.letter;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Whether all that a TIFF points at has been written: its directories, and the last strip or tile of each page.
 *
 * <p>A walk without judgement (TIFF 6.0, section 2): a file that makes no sense is let through, and is refused when it
 * is read.
 */
final class TiffExtent {

    private static final int MAX_DIRECTORIES = 10_000;

    private final RandomAccessFile in;
    private final boolean little;
    private boolean inside = true;

    private TiffExtent(RandomAccessFile in, boolean little) {
        this.in = in;
        this.little = little;
    }

    static TiffExtent of(RandomAccessFile in) throws IOException {
        in.seek(0);
        TiffExtent extent = new TiffExtent(in, in.read() == 'I');
        long at = extent.number(4, 4);
        extent.inside &= at != 0;
        for (int i = 0; i < MAX_DIRECTORIES && at != 0 && extent.inside; i++) {
            at = extent.directory(at);
        }
        return extent;
    }

    boolean isInside() {
        return inside;
    }

    /** Looks at one directory; returns where the next is, 0 after the last. */
    private long directory(long at) throws IOException {
        int entries = (int) number(at, 2);
        long offset = 0;
        long length = 0;
        for (int i = 0; i < entries && inside; i++) {
            long entry = at + 2 + 12L * i;
            switch ((int) number(entry, 2)) {
                case 273, 324 -> offset = last(entry);
                case 279, 325 -> length = last(entry);
                default -> {
                    // points at nothing large
                }
            }
        }
        inside &= offset + length <= in.length();
        return number(at + 2 + 12L * entries, 4);
    }

    /** The last of an entry's values: strips are written in order. */
    private long last(long entry) throws IOException {
        int size = number(entry + 2, 2) == 3 ? 2 : 4;
        long count = Math.max(1, number(entry + 4, 4));
        long values = size * count <= 4 ? entry + 8 : number(entry + 8, 4);
        return number(values + size * (count - 1), size);
    }

    private long number(long at, int size) throws IOException {
        if (at + size > in.length()) {
            inside = false;
            return 0;
        }
        in.seek(at);
        long value = 0;
        for (int i = 0; i < size; i++) {
            long octet = in.read();
            value |= octet << 8 * (little ? i : size - 1 - i);
        }
        return value;
    }
}
