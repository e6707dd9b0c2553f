package fr.aubette.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was offered to the hub and what it acknowledged, on disk before and after each offer. */
final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Ledger(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * One item.
     *
     * @param channel whose feeder offered it
     * @param insists whether its source offers again what was not acknowledged
     * @param acknowledged whether the hub said that it is safe
     * @param excused why the hub cannot have seen it, for a source that does not insist
     */
    record Entry(String channel, boolean insists, boolean acknowledged, Optional<String> excused) {}

    synchronized void offered(String marker, Feeder feeder) throws IOException {
        write("O " + marker);
        entries.put(marker, new Entry(feeder.channel(), feeder.insists(), false, Optional.empty()));
    }

    synchronized void acknowledged(String marker) throws IOException {
        write("A " + marker);
        entries.computeIfPresent(marker, (m, was) -> new Entry(was.channel(), was.insists(), true, Optional.empty()));
    }

    /** Says why the hub cannot have seen an item, for example a call that ended while it was down. */
    synchronized void excused(String marker, String why) throws IOException {
        write("X " + marker + " " + why);
        entries.computeIfPresent(marker, (m, was) -> new Entry(was.channel(), was.insists(), false, Optional.of(why)));
    }

    synchronized Map<String, Entry> entries() {
        return new LinkedHashMap<>(entries);
    }

    synchronized long acknowledged() {
        return entries.values().stream().filter(Entry::acknowledged).count();
    }

    private void write(String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
