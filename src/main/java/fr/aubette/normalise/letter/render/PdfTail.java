package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The end of a PDF, which tells whether the whole file has come: PDFBox repairs a truncated file, and forgets the pages
 * that are missing.
 */
final class PdfTail {

    /** Where {@code %%EOF} must be; Acrobat looks as far. */
    private static final int END = 1024;

    private final String tail;

    private PdfTail(String tail) {
        this.tail = tail;
    }

    static PdfTail of(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(END, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return new PdfTail(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** Whether the file ends as it should. */
    boolean hasEnd() {
        return tail.contains("%%EOF");
    }
}
