package fr.aubette.normalise.letter.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Has a picture decoded by a process of its own, which the system itself ends when it takes too much memory or time;
 * the one that this runs in is ended with it when the page takes too long, and puts aside in a folder of the hub's.
 */
final class Jpeg2000Reader extends ImageReader {

    private static final Path LIMITER = Path.of("/usr/bin/prlimit");

    /** The largest page allowed, in colour, takes about 1.3 GB. */
    private static final long MEMORY = 2L << 30;

    private static final int SECONDS = 20;
    private static final int BUFFER = 64 * 1024;

    private int width;
    private int height;

    Jpeg2000Reader(ImageReaderSpi provider) {
        super(provider);
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam how) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "jpeg2000-");
        try {
            Path packed = folder.resolve("page.jp2");
            Path plain = folder.resolve("page.pnm");
            save(packed);
            decode(packed, plain);
            BufferedImage whole = PlainPixels.read(plain);
            width = whole.getWidth();
            height = whole.getHeight();
            return how == null ? whole : part(whole, how);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void save(Path file) throws IOException {
        ImageInputStream in = (ImageInputStream) getInput();
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    private static void decode(Path packed, Path plain) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(LIMITER)) {
            command.addAll(List.of(LIMITER.toString(), "--as=" + MEMORY, "--cpu=" + SECONDS));
        }
        command.addAll(List.of(Jpeg2000.PROGRAM.toString(), "-i", packed.toString(), "-o", plain.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("opj_decompress ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a picture was decoded", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Every so many pixels of a part, as it is asked for where a page is painted small. */
    private static BufferedImage part(BufferedImage whole, ImageReadParam how) {
        Rectangle region = getSourceRegion(how, whole.getWidth(), whole.getHeight());
        int across = how.getSourceXSubsampling();
        int down = how.getSourceYSubsampling();
        if (region.width == whole.getWidth() && region.height == whole.getHeight() && across == 1 && down == 1) {
            return whole;
        }
        BufferedImage part = PlainPixels.blank(
                (region.width + across - 1) / across,
                (region.height + down - 1) / down,
                whole.getRaster().getNumBands());
        int[] pixel = new int[whole.getRaster().getNumBands()];
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                whole.getRaster().getPixel(region.x + x * across, region.y + y * down, pixel);
                part.getRaster().setPixel(x, y, pixel);
            }
        }
        return part;
    }

    @Override
    public int getNumImages(boolean search) {
        return 1;
    }

    /** Known once it was read. */
    @Override
    public int getWidth(int index) {
        return width;
    }

    @Override
    public int getHeight(int index) {
        return height;
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
        return Collections.emptyIterator();
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }
}
