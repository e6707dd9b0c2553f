package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The image directories of a TIFF (TIFF 6.0, section 2), walked without decoding: a directory may point at itself,
 * outside the file, or ask for a billion strips.
 *
 * @param pages one per directory, in order
 * @param damage why the walk ended before the end of the file, in French
 */
record TiffDirectories(List<TiffPage> pages, Optional<String> damage) {

    /** Most entries in a directory; baseline and extensions define fewer than a hundred. */
    private static final int MAX_ENTRIES = 1000;

    static TiffDirectories read(Path file, Limits limits) throws IOException, Unreadable {
        try (FileChannel channel = FileChannel.open(file)) {
            return new Walk(channel, limits).read();
        }
    }

    /** One walk over the chain of directories. */
    private static final class Walk {

        private final FileChannel channel;
        private final Limits limits;
        private final List<TiffPage> pages = new ArrayList<>();
        private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

        Walk(FileChannel channel, Limits limits) {
            this.channel = channel;
            this.limits = limits;
        }

        TiffDirectories read() throws IOException, Unreadable {
            order = bytes(0, 2).get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            Set<Long> seen = new HashSet<>();
            long at = unsignedInt(4);
            while (at != 0) {
                if (!seen.add(at)) {
                    throw new Unreadable("le TIFF tourne en boucle : ses pages se renvoient l'une à l'autre");
                }
                if (at + 2 > channel.size()) {
                    return cut();
                }
                limits.checkPages(pages.size() + 1L);
                at = directory(at);
            }
            if (pages.isEmpty()) {
                throw new Unreadable("le TIFF n'a aucune page");
            }
            return new TiffDirectories(List.copyOf(pages), Optional.empty());
        }

        private TiffDirectories cut() throws Unreadable {
            if (pages.isEmpty()) {
                throw new Unreadable("le TIFF est tronqué : aucune page n'est lisible");
            }
            return new TiffDirectories(
                    List.copyOf(pages), Optional.of("le TIFF est tronqué après la page " + pages.size()));
        }

        /** Reads one directory and returns where the next is; 0 at the last. */
        private long directory(long at) throws IOException, Unreadable {
            int count = bytes(at, 2).getShort() & 0xFFFF;
            if (count > MAX_ENTRIES || at + 2 + count * 12L + 4 > channel.size()) {
                pages.add(TiffPage.BROKEN);
                return 0;
            }
            ByteBuffer entries = bytes(at + 2, count * 12 + 4);
            TiffPage.Builder page = new TiffPage.Builder(channel, order);
            for (int i = 0; i < count; i++) {
                int tag = entries.getShort() & 0xFFFF;
                int type = entries.getShort() & 0xFFFF;
                long values = entries.getInt() & 0xFFFFFFFFL;
                page.entry(tag, type, values, at + 2 + i * 12L + 8, entries.getInt() & 0xFFFFFFFFL);
            }
            pages.add(page.build());
            return entries.getInt() & 0xFFFFFFFFL;
        }

        private long unsignedInt(long at) throws IOException, Unreadable {
            return bytes(at, 4).getInt() & 0xFFFFFFFFL;
        }

        private ByteBuffer bytes(long at, int length) throws IOException, Unreadable {
            if (at + length > channel.size()) {
                throw new Unreadable("le TIFF est tronqué : aucune page n'est lisible");
            }
            ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {
                // a file channel may read short
            }
            return buffer.flip();
        }
    }
}
