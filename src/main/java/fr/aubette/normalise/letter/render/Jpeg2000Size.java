package fr.aubette.normalise.letter.render;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The size of a JPEG 2000 picture by its own header (ISO/IEC 15444-1, annexes A.5.1 and I): what a PDF says of it may
 * be left out, or lie.
 *
 * @param components grey is one, colours are three or four
 */
record Jpeg2000Size(long width, long height, int components) {

    /** Start of the codestream, and of its size, which comes first. */
    private static final int CODESTREAM = 0xFF4FFF51;

    private static final int BOX_OF_CODESTREAM = 0x6A703263;
    private static final int MOST_BOXES = 100;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    /** Empty when there is none where it must be. */
    static Optional<Jpeg2000Size> of(InputStream picture) throws IOException {
        try {
            DataInputStream in = new DataInputStream(picture);
            int first = in.readInt();
            return first == CODESTREAM ? Optional.of(size(in)) : inBoxes(in, first & UNSIGNED);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<Jpeg2000Size> inBoxes(DataInputStream in, long firstLength) throws IOException {
        long length = firstLength;
        for (int box = 0; box < MOST_BOXES; box++) {
            int type = in.readInt();
            long rest = length == 1 ? in.readLong() - 16 : length - 8;
            if (type == BOX_OF_CODESTREAM) {
                return in.readInt() == CODESTREAM ? Optional.of(size(in)) : Optional.empty();
            }
            if (rest < 0) {
                return Optional.empty();
            }
            in.skipNBytes(rest);
            length = in.readInt() & UNSIGNED;
        }
        return Optional.empty();
    }

    private static Jpeg2000Size size(DataInputStream in) throws IOException {
        in.skipNBytes(4);
        long right = in.readInt() & UNSIGNED;
        long bottom = in.readInt() & UNSIGNED;
        long left = in.readInt() & UNSIGNED;
        long top = in.readInt() & UNSIGNED;
        in.skipNBytes(16);
        return new Jpeg2000Size(right - left, bottom - top, in.readUnsignedShort());
    }
}
