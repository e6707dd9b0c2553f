package fr.aubette.receive.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the head of a sound file says. Asterisk writes the sizes into it when the sound is over: until then they are
 * less than the file's.
 */
final class WaveFile {

    private static final int HEAD = 44;
    private static final int SIZE = 4;
    private static final int BYTES_A_SECOND = 28;
    private static final int DATA_SIZE = 40;

    private WaveFile() {}

    /** How long it lasts; empty while it is being written, or if it is no such file. */
    static Optional<Duration> whole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return whole(in.readNBytes(HEAD), Files.size(file));
        }
    }

    /** The same of a file's first bytes, and its size. */
    static Optional<Duration> whole(byte[] start, long size) {
        if (start.length < HEAD
                || !word(start, 0).equals("RIFF")
                || !word(start, 8).equals("WAVE")) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        long told = Integer.toUnsignedLong(head.getInt(SIZE)) + 8;
        long rate = Integer.toUnsignedLong(head.getInt(BYTES_A_SECOND));
        long data = Integer.toUnsignedLong(head.getInt(DATA_SIZE));
        boolean written = told > HEAD && told <= size && size <= told + 1 && rate > 0;
        return written ? Optional.of(Duration.ofMillis(Math.min(data, size) * 1000 / rate)) : Optional.empty();
    }

    private static String word(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.US_ASCII);
    }
}
