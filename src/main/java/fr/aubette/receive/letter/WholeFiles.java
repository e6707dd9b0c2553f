package fr.aubette.receive.letter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a file go only when it has settled: its size and time have not changed for a while by our own clock (a copy may
 * keep an old time, a file server's clock may be wrong), a longer while when its end is missing.
 */
@Component("takeWhen-settled")
final class WholeFiles extends TakeWhen<File> {

    /** Files remembered; beyond, what was not looked at for long is forgotten. */
    private static final int MANY = 10_000;

    private final DropSettings settings;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    WholeFiles(DropSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(long size, long time, Instant since, Instant last) {}

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) throws IOException {
        return isWhole(entry.getFile());
    }

    /** What is no ordinary file is never opened: there is nothing to wait for. */
    boolean isWhole(File file) throws IOException {
        if (!DropFile.isOrdinary(file)) {
            return true;
        }
        Instant now = clock.instant();
        Seen last = seen.compute(file.toPath().toAbsolutePath(), (path, before) -> look(file, before, now));
        Duration quiet = Duration.between(last.since(), now);
        if (quiet.compareTo(settings.settle()) < 0) {
            return false;
        }
        return quiet.compareTo(settings.patience()) >= 0 || FileTail.looksComplete(file);
    }

    private static Seen look(File file, @Nullable Seen before, Instant now) {
        long size = file.length();
        long time = file.lastModified();
        return before != null && before.size() == size && before.time() == time
                ? new Seen(size, time, before.since(), now)
                : new Seen(size, time, now, now);
    }

    @Override
    protected void taken(GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) {
        MarkedFiles.clear(entry.getAbsoluteFilePath());
        seen.remove(Path.of(entry.getAbsoluteFilePath()).toAbsolutePath());
        if (seen.size() > MANY) {
            Instant old = clock.instant().minus(settings.patience().multipliedBy(10));
            seen.values().removeIf(file -> file.last().isBefore(old));
        }
    }
}
