package fr.aubette.lease;

import fr.aubette.intake.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that no other living hub uses: what this one puts aside while it works is there, and what a killed one left
 * is cleared away. Several hubs may be started on the same root, each takes the first place that is free. Its file's
 * lock proves that whoever had the place before has ended: what it still held in its name may be taken at once.
 */
public final class HubFolder implements AutoCloseable {

    /** More hubs than this on one machine and one folder are a mistake. */
    private static final int MOST = 16;

    private static final Logger LOG = LoggerFactory.getLogger(HubFolder.class);

    /** Held by this very process: a file's lock does not keep its own process out, and is lost by opening it again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;
    private final String name;

    private HubFolder(Path place, FileChannel channel) throws IOException {
        this.place = place;
        this.channel = channel;
        this.name = host() + "/" + identity(place.resolve("identity"));
        clear(scratch());
        clear(web());
    }

    /**
     * Takes a place under this root, held until this process ends, however it does.
     *
     * @throws IOException if the folder cannot be written, or all places are taken
     */
    public static HubFolder in(Path root) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            Path place = PrivateFolder.in(root.toAbsolutePath().normalize().resolve(Integer.toString(number)));
            if (HELD.add(place)) {
                FileChannel channel = lock(place);
                if (channel.isOpen()) {
                    return new HubFolder(place, channel);
                }
                HELD.remove(place);
            }
        }
        throw new IOException("over " + MOST + " hubs run on the folder " + root + " (aubette.hub-dir)");
    }

    /** A closed channel when another process has the place. */
    private static FileChannel lock(Path place) throws IOException {
        FileChannel channel =
                FileChannel.open(place.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return channel;
    }

    /**
     * The same each time a hub starts in this place of this machine. While this one lives no other bears the name; what
     * bears it from before is of a process that has ended.
     */
    public String name() {
        return name;
    }

    private static String identity(Path file) throws IOException {
        if (Files.exists(file)) {
            String known = Files.readString(file).strip();
            if (known.matches("[0-9a-f-]{36}")) {
                return known;
            }
        }
        String made = UUID.randomUUID().toString();
        Files.writeString(file, made);
        return made;
    }

    /** A lock may not reach from one machine to another on a shared folder: so each has names of its own. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }

    /** For files that are of use to one piece of work only; empty at the start. */
    public Path scratch() {
        return place.resolve("scratch");
    }

    /** For the web server's own use; empty at the start. */
    public Path web() {
        return place.resolve("web");
    }

    /** What cannot be deleted stays: nobody will read it, its names are never used again. */
    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            List<Path> inwards = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inwards) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Something of a former run is left in {}", folder, e);
        }
        Files.createDirectories(folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(place);
    }
}
