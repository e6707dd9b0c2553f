package fr.aubette.normalise.letter;

import fr.aubette.model.Content;
import fr.aubette.normalise.letter.render.PaintPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Pictures of single pages, made when somebody looks, in a child process each; the last ones lie in the hub's own
 * folder, which its next start clears.
 */
@Component
public class PagePictures {

    /** Pictures made at once: reading goes on beside. */
    private static final int AT_ONCE = 2;

    /** Pictures kept, of some 150 kB each, and files of which they are made. */
    private static final int MOST = 300;

    private static final int MOST_FILES = 4;

    private final ReadingSettings settings;
    private final Path folder;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    PagePictures(ReadingSettings settings, @Qualifier("scratch") Path scratch) {
        this.settings = settings;
        this.folder = scratch.resolve("pictures");
    }

    /**
     * A picture.
     *
     * @param width in pixels, when it was read: the places of its words are given in these
     * @param height likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(byte[] jpeg, int width, int height) {}

    /**
     * The page as a JPEG; empty when it cannot be shown.
     *
     * @param sha256 of the file
     * @param rotation degrees by which its reading turned it
     */
    public Optional<Picture> of(String sha256, Content content, int page, int rotation) {
        Path picture = folder.resolve(sha256 + "-" + page + "-" + rotation + ".jpg");
        try {
            Optional<Picture> known = read(picture);
            return known.isPresent() ? known : made(sha256, content, page, rotation, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Picture> read(Path picture) throws IOException {
        try {
            byte[] jpeg = Files.readAllBytes(picture);
            String[] size = Files.readString(picture.resolveSibling(picture.getFileName() + ".size"))
                    .split(" ");
            return Optional.of(new Picture(jpeg, Integer.parseInt(size[0]), Integer.parseInt(size[1])));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<Picture> made(String sha256, Content content, int page, int rotation, Path picture)
            throws IOException, InterruptedException {
        if (!free.tryAcquire(settings.renderTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            Optional<Picture> meanwhile = read(picture);
            if (meanwhile.isEmpty()) {
                paint(file(sha256, content), page, rotation, picture);
            }
            return meanwhile.isPresent() ? meanwhile : read(picture);
        } finally {
            free.release();
        }
    }

    private void paint(Path file, int page, int rotation, Path picture) throws IOException, InterruptedException {
        Path aside = Files.createTempDirectory(folder, "aside-");
        List<String> command = new ArrayList<>(RenderChild.java(settings, aside, PaintPage.class));
        command.addAll(List.of(
                file.toString(),
                Integer.toString(page),
                Integer.toString(rotation),
                picture.toString(),
                Integer.toString(settings.maxPages()),
                Long.toString(settings.maxPixels()),
                Integer.toString(settings.dpi())));
        try {
            ChildProcess.run(command, settings.renderTimeout());
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    /** The file as a child process can open it. */
    private Path file(String sha256, Content content) throws IOException {
        Files.createDirectories(folder);
        forget(".jpg", MOST);
        forget(".size", MOST);
        Path file = folder.resolve(sha256 + ".scan");
        if (!Files.exists(file)) {
            forget(".scan", MOST_FILES);
            Path partial = folder.resolve(UUID.randomUUID() + ".part");
            try (InputStream in = content.open()) {
                Files.copy(in, partial);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Lets the oldest go. */
    private void forget(String ending, int most) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> known = files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : known.subList(Math.min(most - 1, known.size()), known.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
