package fr.aubette.receive.phone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a journal: {@code 000000000042-stream.ami} where a connection began, {@code 000000000043-more.ami} where
 * a segment was full, and beside each {@code 000000000042.handed}, one reference a line, of the calls that began in it
 * and were handed over.
 */
final class Segments {

    private static final Pattern NAME = Pattern.compile("(\\d{12})-(stream|more)\\.ami");

    private final Path folder;

    Segments(Path folder) {
        this.folder = folder;
    }

    /** The segments, oldest first. */
    NavigableMap<Long, Path> all() throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            });
        }
        return found;
    }

    /** Number of the newest segment; 0 when there is none. */
    long last() throws IOException {
        NavigableMap<Long, Path> all = all();
        return all.isEmpty() ? 0 : all.lastKey();
    }

    FileChannel create(long number, boolean stream) throws IOException {
        Path file = folder.resolve("%012d-%s.ami".formatted(number, stream ? "stream" : "more"));
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static boolean beginsStream(Path segment) {
        return segment.getFileName().toString().endsWith("-stream.ami");
    }

    /** Remembers, past a power cut, that a call was handed over. */
    void handed(long segment, String reference) throws IOException {
        byte[] line = (reference + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel out =
                FileChannel.open(handedFile(segment), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(java.nio.ByteBuffer.wrap(line));
            out.force(false);
        }
    }

    /** References of all calls handed over; a line cut short by a crash counts as not handed over. */
    Set<String> handed() throws IOException {
        Set<String> references = new HashSet<>();
        for (long segment : all().keySet()) {
            if (Files.exists(handedFile(segment))) {
                String text = Files.readString(handedFile(segment));
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(references::add);
            }
        }
        return references;
    }

    /** Forgets the segments that no call needs any more, and with them what they hold of persons. */
    void deleteBefore(long segment) throws IOException {
        for (var old : all().headMap(segment).entrySet()) {
            Files.deleteIfExists(handedFile(old.getKey()));
            Files.deleteIfExists(old.getValue());
        }
    }

    private Path handedFile(long segment) {
        return folder.resolve("%012d.handed".formatted(segment));
    }
}
