package fr.aubette.receive.letter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in which the files {@code NAME_1}, {@code NAME_2}… are the pages of one letter: once all have come they
 * become one file, {@code NAME.pages.zip}, which is taken like any other. No file can say that it is the last, so all
 * must have been left alone for a while; or a marker {@code NAME.ok} says so.
 */
final class NumberedFiles extends LetterFileFilters.Filter {

    /** A folder is looked at once for all files of it that Camel lists. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(NumberedFiles.class);

    private final DropSettings settings;
    private final Clock clock;
    private final boolean marked;
    private final Map<Path, Instant> looked = new ConcurrentHashMap<>();
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /**
     * A filter.
     *
     * @param marked whether only a marker says that all have come
     */
    NumberedFiles(DropSettings settings, Clock clock, boolean marked) {
        this.settings = settings;
        this.clock = clock;
        this.marked = marked;
    }

    private record Seen(String print, Instant since) {}

    @Override
    boolean alone(File scan) {
        Path folder = Objects.requireNonNull(scan.toPath().toAbsolutePath().getParent());
        Instant now = clock.instant();
        Instant last = looked.get(folder);
        if (last == null || Duration.between(last, now).compareTo(LOOK) >= 0) {
            looked.put(folder, now);
            gather(folder, now);
        }
        return PageName.of(scan.getName()).isEmpty() && scan.exists();
    }

    private void gather(Path folder, Instant now) {
        try {
            Bundle.finishAll(folder);
            Map<String, TreeMap<Integer, Path>> letters = letters(folder);
            seen.keySet()
                    .removeIf(name -> folder.equals(name.getParent())
                            && !letters.containsKey(name.getFileName().toString()));
            for (Map.Entry<String, TreeMap<Integer, Path>> letter : letters.entrySet()) {
                Path name = folder.resolve(letter.getKey());
                if (hasAllCome(name, letter.getValue(), now)) {
                    Bundle.of(name, letter.getValue()).make();
                }
            }
        } catch (IOException e) {
            LOG.warn("The files of one letter could not be put together yet: {}", e.getMessage());
        }
    }

    /** By the name without the number; two files of one number are one letter's only once one of them has gone. */
    private static Map<String, TreeMap<Integer, Path>> letters(Path folder) throws IOException {
        Map<String, TreeMap<Integer, Path>> letters = new HashMap<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> DropFile.isScan(file.toFile()))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            PageName.of(file.getFileName().toString())
                    .ifPresent(name -> letters.computeIfAbsent(name.letter(), any -> new TreeMap<>())
                            .putIfAbsent(name.number(), file));
        }
        return letters;
    }

    private boolean hasAllCome(Path name, TreeMap<Integer, Path> files, Instant now) throws IOException {
        File marker = new File(name + DropFile.MARKER);
        if (marker.isFile()
                && files.values().stream()
                        .allMatch(file -> marker.lastModified() + MarkedFiles.SLACK
                                >= file.toFile().lastModified())) {
            return true;
        }
        if (marked) {
            return false;
        }
        String print = print(files);
        Seen last = seen.compute(
                name, (any, before) -> before != null && before.print().equals(print) ? before : new Seen(print, now));
        Duration quiet = Duration.between(last.since(), now);
        Duration longest =
                settings.patience().compareTo(settings.gather()) > 0 ? settings.patience() : settings.gather();
        return quiet.compareTo(longest) >= 0 || quiet.compareTo(settings.gather()) >= 0 && looksComplete(files);
    }

    private static String print(TreeMap<Integer, Path> files) {
        List<String> prints = new ArrayList<>();
        files.values().stream()
                .map(Path::toFile)
                .forEach(file -> prints.add(file.getName() + "|" + file.length() + "|" + file.lastModified()));
        return String.join("/", prints);
    }

    /** No number is left out, and each file has the end that its format has. */
    private static boolean looksComplete(TreeMap<Integer, Path> files) throws IOException {
        for (Path file : files.values()) {
            if (!FileTail.looksComplete(file.toFile())) {
                return false;
            }
        }
        return files.firstKey() <= 1 && files.lastKey() - files.firstKey() == files.size() - 1;
    }
}
