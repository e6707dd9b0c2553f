package fr.aubette.receive.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The files of one letter in one file, {@code NAME.pages.zip}: their bytes as they came, uncompressed, each under its
 * number, its own name as the entry's comment.
 *
 * <p>A kill at any point loses nothing and takes nothing twice: the bundle is hidden until the files are gone, and the
 * files go only once the bundle is whole on the disk; a hidden bundle is finished by the next look at the folder.
 */
public final class Bundle {

    /** What the name of one ends with. */
    public static final String ENDING = ".pages.zip";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 64 * 1024;

    /** Of its name without ending, in bytes: a file system takes 255, and its partial one is longer. */
    private static final int LONGEST = 200;

    private final Path name;
    private final SortedMap<Integer, Path> files;

    private Bundle(Path name, SortedMap<Integer, Path> files) {
        this.name = name;
        this.files = files;
    }

    /**
     * Of a letter.
     *
     * @param name of the files without their number, in their folder
     * @param files by number
     */
    static Bundle of(Path name, SortedMap<Integer, Path> files) {
        return new Bundle(name, files);
    }

    /** What the one of a letter is called: no longer than a file's name may be, in bytes. */
    public static String fileName(String letter) {
        int end = letter.length();
        while (letter.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end = letter.offsetByCodePoints(end, -1);
        }
        String mark = end == letter.length() ? "" : "-" + Integer.toHexString(letter.hashCode());
        return letter.substring(0, end) + mark + ENDING;
    }

    /** Makes it, unless an earlier one of that name still lies there. */
    void make() throws IOException {
        String plain = fileName(name.getFileName().toString());
        if (Files.exists(name.resolveSibling(plain))) {
            return;
        }
        Path partial = name.resolveSibling("." + plain + ".part");
        pack(files, partial);
        try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        long latest = files.values().stream()
                .mapToLong(file -> file.toFile().lastModified())
                .max()
                .orElseThrow();
        Files.setLastModifiedTime(partial, FileTime.fromMillis(latest));
        Path hidden = name.resolveSibling("." + plain);
        Files.move(partial, hidden, StandardCopyOption.ATOMIC_MOVE);
        finish(hidden);
    }

    /**
     * Packs files as they are.
     *
     * @param files by number
     */
    public static void pack(SortedMap<Integer, Path> files, Path partial) throws IOException {
        try (OutputStream out = Files.newOutputStream(partial);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<Integer, Path> file : files.entrySet()) {
                String own = file.getValue().getFileName().toString();
                ZipEntry entry = new ZipEntry("%04d%s".formatted(file.getKey(), own.substring(own.lastIndexOf('.'))));
                entry.setTimeLocal(NO_TIME);
                entry.setComment(own);
                entry.setSize(Files.size(file.getValue()));
                entry.setCrc(sum(file.getValue()));
                zip.putNextEntry(entry);
                // fails when the file has changed since its sum was taken
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    /** Finishes those of a folder that a kill has left hidden. */
    static void finishAll(Path folder) throws IOException {
        List<Path> hidden;
        try (Stream<Path> listed = Files.list(folder)) {
            hidden = listed.filter(file -> file.getFileName().toString().startsWith(".")
                            && file.getFileName().toString().endsWith(ENDING))
                    .toList();
        }
        for (Path each : hidden) {
            finish(each);
        }
    }

    private static void finish(Path hidden) throws IOException {
        Path shown = hidden.resolveSibling(hidden.getFileName().toString().substring(1));
        try (ZipFile zip = new ZipFile(hidden.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                Path file = hidden.resolveSibling(Path.of(entry.getComment()).getFileName());
                if (isSame(file, entry)) {
                    Files.delete(file);
                    MarkedFiles.clear(file.toString());
                }
            }
        }
        String plain = shown.getFileName().toString();
        Files.deleteIfExists(
                hidden.resolveSibling(plain.substring(0, plain.length() - ENDING.length()) + DropFile.MARKER));
        Files.write(hidden.resolveSibling(plain + DropFile.MARKER), new byte[0]);
        Files.move(hidden, shown, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file of that name which holds something else has come since. */
    private static boolean isSame(Path file, ZipEntry entry) throws IOException {
        try {
            return Files.size(file) == entry.getSize() && sum(file) == entry.getCrc();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static long sum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }
}
