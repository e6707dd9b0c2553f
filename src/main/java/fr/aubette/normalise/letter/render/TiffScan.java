package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A TIFF of one or many pages; its directories are checked before the image reader sees them. */
final class TiffScan implements ScanFile {

    private final TiffDirectories directories;
    private final ImageFile images;
    private final Limits limits;

    private TiffScan(TiffDirectories directories, ImageFile images, Limits limits) {
        this.directories = directories;
        this.images = images;
        this.limits = limits;
    }

    static TiffScan open(Path file, Limits limits) throws IOException, Unreadable {
        TiffDirectories directories = TiffDirectories.read(file, limits);
        return new TiffScan(directories, ImageFile.open(file, "TIFF", limits), limits);
    }

    @Override
    public int pages() {
        return directories.pages().size();
    }

    @Override
    public Optional<String> damage() {
        return directories.damage();
    }

    @Override
    public Rendered render(int number, Path picture, Path text) throws IOException, Unreadable {
        directories.pages().get(number - 1).check(limits);
        return images.write(number - 1, picture);
    }

    @Override
    public Grey paint(int number) throws IOException, Unreadable {
        directories.pages().get(number - 1).check(limits);
        return images.read(number - 1);
    }

    @Override
    public void close() throws IOException {
        images.close();
    }
}
