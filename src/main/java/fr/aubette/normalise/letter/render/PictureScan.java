package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A JPEG or a PNG: one page. */
final class PictureScan implements ScanFile {

    /** Where the mark of the image's end is looked for: some cameras write their own data behind it. */
    private static final int TAIL = 64 * 1024;

    private final ImageFile image;
    private final Optional<String> damage;

    private PictureScan(ImageFile image, Optional<String> damage) {
        this.image = image;
        this.damage = damage;
    }

    static PictureScan jpeg(Path file, Limits limits) throws IOException, Unreadable {
        return open(file, "JPEG", "\u00FF\u00D9", limits);
    }

    static PictureScan png(Path file, Limits limits) throws IOException, Unreadable {
        return open(file, "PNG", "IEND", limits);
    }

    private static PictureScan open(Path file, String format, String end, Limits limits)
            throws IOException, Unreadable {
        Optional<String> damage = tail(file).contains(end)
                ? Optional.empty()
                : Optional.of("l'image est tronquée : le bas de la page manque peut-être");
        return new PictureScan(ImageFile.open(file, format, limits), damage);
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public Optional<String> damage() {
        return damage;
    }

    @Override
    public Rendered render(int number, Path picture, Path text) throws IOException, Unreadable {
        return image.write(0, picture);
    }

    @Override
    public Grey paint(int number) throws IOException, Unreadable {
        return image.read(0);
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
