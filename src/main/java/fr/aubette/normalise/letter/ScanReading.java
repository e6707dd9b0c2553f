package fr.aubette.normalise.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One reading of one file: opened once, then read by one lane, and by further ones where the file is long and the
 * machine has cores for them.
 */
final class ScanReading {

    /** A further lane costs a Java of its own, some 0.4 s of CPU: it must have so many pages to read. */
    private static final int PAGES_A_LANE = 4;

    private static final int LAST_SECONDS = 10;

    private static final String DEADLY =
            "le fichier n'a pas pu être ouvert : trop lourd, ou construit de façon anormale";

    private final Path file;
    private final Path folder;
    private final ReadingSettings settings;
    private final PageReader.Listener listener;
    private final SheetReading sheets;

    ScanReading(Path file, Path folder, ReadingSettings settings, PageReader.Listener listener) {
        this.file = file;
        this.folder = folder;
        this.settings = settings;
        this.listener = listener;
        this.sheets = new SheetReading(folder, settings);
    }

    /**
     * Reads from the given page to the last.
     *
     * @param unopened whether the page lies in a fold that must not be read
     * @param further a permit for each lane beyond the first, of all files read at once
     */
    void from(int first, boolean unopened, Semaphore further) throws IOException {
        try (RenderChild child = start()) {
            Scan scan = opened(child);
            listener.opened(scan);
            if (scan.refused().isEmpty()) {
                read(child, new PageQueue(first, scan.pages(), unopened, listener), scan.pages() - first + 1, further);
            }
        }
    }

    private void read(RenderChild child, PageQueue queue, int pages, Semaphore further) throws IOException {
        int lanes = 0;
        while (lanes < pages / PAGES_A_LANE - 1 && further.tryAcquire()) {
            lanes++;
        }
        try {
            read(child, queue, lanes);
        } finally {
            further.release(lanes);
        }
    }

    private static Scan opened(RenderChild child) {
        Optional<List<String>> answer = child.next();
        while (answer.isPresent()) {
            List<String> fields = answer.get();
            if (fields.get(0).equals("refused")) {
                return Scan.refused(fields.get(1));
            }
            if (fields.get(0).equals("file")) {
                return Scan.of(
                        Integer.parseInt(fields.get(1)),
                        Optional.of(fields.get(2)).filter(damage -> !damage.isEmpty()));
            }
            // what a dying Java says on its own
            answer = child.next();
        }
        return Scan.refused(DEADLY);
    }

    private void read(RenderChild child, PageQueue queue, int further) throws IOException {
        if (further == 0) {
            new ReadingLane(queue, sheets, this::start, child).run();
        } else {
            beside(child, queue, further);
        }
    }

    /** The first lane runs here, the others in threads of their own. */
    private void beside(RenderChild child, PageQueue queue, int further) throws IOException {
        ExecutorService lanes = Executors.newFixedThreadPool(further, work -> {
            Thread thread = new Thread(work, "scan-lane");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> others = new ArrayList<>();
        try {
            for (int lane = 0; lane < further; lane++) {
                others.add(lanes.submit(() -> {
                    further(queue);
                    return null;
                }));
            }
            new ReadingLane(queue, sheets, this::start, child).run();
            for (Future<?> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a scan was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("a scan could not be read on", e.getCause());
        } finally {
            end(lanes);
        }
    }

    /** The lanes' files lie in a folder that goes when this returns. */
    private static void end(ExecutorService lanes) {
        lanes.shutdownNow();
        try {
            lanes.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where no second process can open the file, the first lane reads it alone. */
    private void further(PageQueue queue) throws IOException {
        try (RenderChild child = start()) {
            if (opened(child).refused().isEmpty()) {
                new ReadingLane(queue, sheets, this::start, child).run();
            }
        }
    }

    private RenderChild start() throws IOException {
        return RenderChild.start(file, folder, settings);
    }
}
