package fr.aubette.normalise.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * What a bare script does with a file's pages: the same cleaning and the same tesseract steps, some workers of one
 * thread each that take the next page, and nothing kept. To be measured against.
 */
public final class BareReading {

    private final ReadingSettings settings;
    private final Path scratch;

    /** One that puts pages aside in this folder. */
    public BareReading(ReadingSettings settings, Path scratch) {
        this.settings = settings;
        this.scratch = scratch;
    }

    /** Reads the pages from first to last; returns how many bore words. */
    public int read(Path file, int first, int last, int workers) throws Exception {
        AtomicInteger next = new AtomicInteger(first);
        AtomicInteger read = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                all.add(threads.submit(() -> {
                    work(file, next, last, read);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the bare script failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return read.get();
    }

    private void work(Path file, AtomicInteger next, int last, AtomicInteger read) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "bare-");
        SheetReading sheets = new SheetReading(folder, settings);
        try (RenderChild child = RenderChild.start(file, folder, settings)) {
            if (child.next().filter(answer -> answer.get(0).equals("file")).isEmpty()) {
                throw new IOException("the file cannot be opened");
            }
            for (int page = next.getAndIncrement(); page <= last; page = next.getAndIncrement()) {
                child.render(page);
                Optional<List<String>> answer = child.next();
                PageResult result = sheets.read(page, answer.orElseThrow(), false);
                read.addAndGet(result.text().isBlank() ? 0 : 1);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
