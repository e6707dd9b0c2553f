package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a scan by what it holds, whatever it is called. */
final class ScanFiles {

    /** Acrobat accepts a header within the first kilobyte (ISO 32000, implementation note 13). */
    private static final int HEAD = 1024;

    private ScanFiles() {}

    static ScanFile open(Path file, Limits limits) throws IOException, Unreadable {
        return is(head(file), 'P', 'K', 3, 4) ? BundleScan.open(file, limits) : one(file, limits);
    }

    /** One file as a scanner wrote it. */
    static ScanFile one(Path file, Limits limits) throws IOException, Unreadable {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new Unreadable("le fichier est vide");
        }
        if (is(head, 0xFF, 0xD8, 0xFF)) {
            return PictureScan.jpeg(file, limits);
        }
        if (is(head, 0x89, 'P', 'N', 'G')) {
            return PictureScan.png(file, limits);
        }
        if (is(head, 'I', 'I', 42, 0) || is(head, 'M', 'M', 0, 42)) {
            return TiffScan.open(file, limits);
        }
        if (is(head, 'I', 'I', 43, 0) || is(head, 'M', 'M', 0, 43)) {
            throw new Unreadable("le fichier est un BigTIFF : à enregistrer ou numériser de nouveau en PDF ou en TIFF");
        }
        if (new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return PdfScan.open(file, limits);
        }
        throw new Unreadable(
                "le contenu n'est ni un PDF, ni un TIFF, ni un JPEG, ni un PNG, quel que soit le nom du fichier");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean is(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
