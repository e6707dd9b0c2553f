package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropSettings;
import fr.aubette.receive.letter.FileTail;
import fr.aubette.receive.letter.TakeWhen;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a file of a server go when the listing has shown the same size and time for a while. Whether its end is there is
 * seen once it is fetched; one that is cut is fetched again when it has changed, or has not for the longer while.
 */
@Component("fetchWhen-single-settled")
public final class SettledRemotely extends TakeWhen<Object> {

    private static final int MANY = 10_000;
    private static final String WHICH = "fetchedFile";

    private final DropSettings settings;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    SettledRemotely(DropSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(long size, long time, Instant since, boolean cut) {}

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        String which = exchange.getFromEndpoint().getEndpointKey() + "|" + entry.getAbsoluteFilePath();
        exchange.setProperty(WHICH, which);
        Instant now = clock.instant();
        Seen file = seen.compute(which, (key, before) -> look(entry, before, now));
        return quiet(file, now).compareTo(file.cut() ? settings.patience() : settings.settle()) >= 0;
    }

    private static Seen look(GenericFile<Object> entry, @Nullable Seen before, Instant now) {
        boolean same =
                before != null && before.size() == entry.getFileLength() && before.time() == entry.getLastModified();
        return same && before != null ? before : new Seen(entry.getFileLength(), entry.getLastModified(), now, false);
    }

    private static Duration quiet(Seen file, Instant now) {
        return Duration.between(file.since(), now);
    }

    /**
     * A step of the route.
     *
     * <p>A line that dies is to FTP the end of the file: what came is held against the length that was listed.
     *
     * @throws NotWholeYet if the file that was fetched is not as long as listed, or looks cut and may still be written
     */
    public void whole(Exchange exchange) throws IOException {
        File fetched = exchange.getMessage().getBody(File.class);
        GenericFile<?> listed = exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
        if (fetched.length() != listed.getFileLength()) {
            throw new NotWholeYet();
        }
        Seen file = seen.get(String.valueOf(exchange.getProperty(WHICH)));
        boolean patient = file == null || quiet(file, clock.instant()).compareTo(settings.patience()) >= 0;
        if (file != null && !patient && !FileTail.looksComplete(fetched)) {
            seen.put(
                    String.valueOf(exchange.getProperty(WHICH)),
                    new Seen(file.size(), file.time(), file.since(), true));
            throw new NotWholeYet();
        }
    }

    @Override
    protected void taken(GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        MarkedRemotely.clear(operations, entry);
        seen.keySet().removeIf(key -> key.endsWith("|" + entry.getAbsoluteFilePath()) || seen.size() > MANY);
    }
}
