package fr.aubette.normalise.letter;

import fr.aubette.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Reads the pages of a scan in child processes, telling each as soon as it is done. */
@Component
final class PageReader {

    private final ReadingSettings settings;
    private final Path scratch;
    private final Semaphore further;

    /** Puts pages aside in this folder while it reads them; reads several pages of a long file at once. */
    @Autowired
    PageReader(ReadingSettings settings, @Qualifier("scratch") Path scratch) {
        this(settings, scratch, settings.atOnce());
    }

    private PageReader(ReadingSettings settings, Path scratch, int atOnce) {
        this.settings = settings;
        this.scratch = scratch;
        this.further = new Semaphore(atOnce - 1);
    }

    /** One that reads a page only once the one before it was told. */
    static PageReader oneByOne(ReadingSettings settings, Path scratch) {
        return new PageReader(settings, scratch, 1);
    }

    /** Is told what is found, in order: the file first, then each page from the one asked for. */
    interface Listener {

        void opened(Scan scan);

        void page(PageResult page);
    }

    /** Reads what is left of a scan, from its first page that may be read to the last. */
    void read(Content content, Scan known, Listener listener) {
        try {
            Path folder = Files.createTempDirectory(scratch, "aubette-scan-");
            try {
                Path file = folder.resolve("scan");
                Optional<String> refusal = copy(content, file);
                if (refusal.isPresent()) {
                    listener.opened(Scan.refused(refusal.get()));
                } else {
                    new ScanReading(file, folder, settings, listener).from(known.firstLeft(), known.sealed(), further);
                }
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> copy(Content content, Path file) throws IOException {
        try (InputStream in = content.open()) {
            Files.copy(new Bounded(in, settings.maxBytes() + 1), file);
        }
        return Files.size(file) <= settings.maxBytes()
                ? Optional.empty()
                : Optional.of("le fichier est trop gros (plus de " + settings.maxBytes() / 1_000_000 + " Mo)");
    }

    /** A stream that ends after so many bytes. */
    private static final class Bounded extends java.io.FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
