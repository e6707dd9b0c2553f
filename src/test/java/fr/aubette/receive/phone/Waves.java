package fr.aubette.receive.phone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sounds as Asterisk writes them: 16 bits, 8,000 a second. */
public final class Waves {

    private static final int RATE = 16_000;

    private Waves() {}

    /** A sound of some seconds, its bytes different for each seed. */
    public static byte[] of(int seconds, int seed) {
        return of(seconds, seed, true);
    }

    /** The same as it lies on the disk while it is still being written: the sizes are not yet in its head. */
    static byte[] unfinished(int seconds) {
        return of(seconds, 1, false);
    }

    private static byte[] of(int seconds, int seed, boolean whole) {
        int data = seconds * RATE;
        ByteBuffer file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(whole ? 36 + data : 36);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        file.putShort((short) 1).putInt(8_000).putInt(RATE).putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(whole ? data : 0);
        for (int i = 0; i < data; i++) {
            file.put((byte) (i * seed));
        }
        return file.array();
    }
}
