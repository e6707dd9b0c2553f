package fr.aubette.receive.letter;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Whether a file looks complete by what its format says of its own end. */
public final class FileTail {

    private static final int HEAD = 4;
    private static final int TAIL = 2048;

    private FileTail() {}

    /** Whether the end that its format has is there; of a format without one, yes. */
    public static boolean looksComplete(File file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            if (in.length() < HEAD) {
                return false;
            }
            String head = read(in, 0, HEAD);
            String tail = read(in, Math.max(0, in.length() - TAIL), TAIL);
            if (head.startsWith("%PDF")) {
                return tail.contains("%%EOF");
            }
            if (head.equals("II*\0") || head.equals("MM\0*")) {
                return TiffExtent.of(in).isInside();
            }
            if (head.equals("\u0089PNG")) {
                return tail.contains("IEND");
            }
            return !head.startsWith("\u00FF\u00D8") || tail.contains("\u00FF\u00D9");
        }
    }

    private static String read(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
