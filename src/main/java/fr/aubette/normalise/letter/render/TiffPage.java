package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What one TIFF directory announces.
 *
 * @param width in pixels; 0 when it does not say
 * @param height in pixels; 0 when it does not say
 * @param bits of one pixel, all samples together
 * @param whole false when strips or tiles lie outside the file, or their tables cannot be
 */
record TiffPage(long width, long height, long bits, boolean whole) {

    /** A directory that cannot be read at all. */
    static final TiffPage BROKEN = new TiffPage(0, 0, 0, false);

    /** Refuses the page before it is decoded. */
    void check(Limits limits) throws Unreadable {
        if (!whole) {
            throw new Unreadable("l'image de la page est endommagée : ses données dépassent la fin du fichier");
        }
        limits.check(width, height);
        if (bits > 64) {
            throw new Unreadable("l'image de la page a " + bits + " bits par point");
        }
    }

    /** Gathers the entries that matter (TIFF 6.0, section 8). */
    static final class Builder {

        private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

        private final FileChannel channel;
        private final ByteOrder order;
        private long width;
        private long height;
        private long sampleBits = 1;
        private long samples = 1;
        private boolean whole = true;
        private long[] offsets = {};
        private long[] lengths = {};

        Builder(FileChannel channel, ByteOrder order) {
            this.channel = channel;
            this.order = order;
        }

        void entry(int tag, int type, long count, long inline, long offset) throws IOException {
            switch (tag) {
                case 256 -> width = first(type, count, inline, offset);
                case 257 -> height = first(type, count, inline, offset);
                case 258 -> sampleBits = first(type, count, inline, offset);
                case 277 -> samples = first(type, count, inline, offset);
                case 273, 324 -> offsets = values(type, count, inline, offset);
                case 279, 325 -> lengths = values(type, count, inline, offset);
                default -> {
                    // says nothing about size or place
                }
            }
        }

        TiffPage build() throws IOException {
            boolean known = offsets.length > 0 && (lengths.length == 0 || lengths.length == offsets.length);
            return new TiffPage(width, height, sampleBits * samples, whole && known && inside());
        }

        private boolean inside() throws IOException {
            for (int i = 0; i < offsets.length; i++) {
                long length = lengths.length == 0 ? 1 : lengths[i];
                if (offsets[i] + length > channel.size()) {
                    return false;
                }
            }
            return true;
        }

        private long first(int type, long count, long inline, long offset) throws IOException {
            long[] values = values(type, count, inline, offset);
            return values.length == 0 ? 0 : values[0];
        }

        private long[] values(int type, long count, long inline, long offset) throws IOException {
            int size = type < SIZES.length ? SIZES[type] : 0;
            long at = size * count <= 4 ? inline : offset;
            if (size == 0 || size > 4 || count > Integer.MAX_VALUE / 8 || at + size * count > channel.size()) {
                whole = false;
                return new long[0];
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) (size * count)).order(order);
            channel.read(buffer, at);
            buffer.flip();
            long[] values = new long[(int) Math.min(count, buffer.limit() / size)];
            for (int i = 0; i < values.length; i++) {
                values[i] = size == 1
                        ? buffer.get() & 0xFF
                        : size == 2 ? buffer.getShort() & 0xFFFF : buffer.getInt() & 0xFFFFFFFFL;
            }
            return values;
        }
    }
}
