package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/** A JPEG: one page. */
final class JpegScan implements ScanFile {

    /** Where the end-of-image mark is looked for: some cameras write their own data behind it. */
    private static final int TAIL = 64 * 1024;

    private final ImageFile image;
    private final Optional<String> damage;

    private JpegScan(ImageFile image, Optional<String> damage) {
        this.image = image;
        this.damage = damage;
    }

    static JpegScan open(Path file, Limits limits) throws IOException, Unreadable {
        Optional<String> damage = hasEnd(file)
                ? Optional.empty()
                : Optional.of("l'image est tronquée : le bas de la page manque peut-être");
        return new JpegScan(ImageFile.open(file, "JPEG", limits), damage);
    }

    private static boolean hasEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            for (int i = tail.length - 1; i > 0; i--) {
                if ((tail[i] & 0xFF) == 0xD9 && (tail[i - 1] & 0xFF) == 0xFF) {
                    return true;
                }
            }
            return false;
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
