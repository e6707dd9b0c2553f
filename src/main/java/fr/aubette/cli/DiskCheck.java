package fr.aubette.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is room, in bytes and in files.
 *
 * @param folder it need not exist yet
 * @param warnBelow free bytes below which it is short
 */
record DiskCheck(Path folder, long warnBelow) implements Check {

    private static final long GIB = 1L << 30;
    private static final long FEWEST_FILES = 100_000;

    DiskCheck(Path folder) {
        this(folder, 5 * GIB);
    }

    @Override
    public Finding look() throws IOException {
        Path there = existing(folder.toAbsolutePath());
        FileStore store = Files.getFileStore(there);
        long free = store.getUsableSpace();
        Optional<Long> files = freeFiles(there);
        String english = "%.1f GiB free%s"
                .formatted(
                        (double) free / GIB, files.map(n -> ", " + n + " files").orElse(""));
        String french = "%.1f Gio libres%s"
                .formatted(
                        (double) free / GIB,
                        files.map(n -> ", " + n + " fichiers").orElse(""));
        if (!Files.isWritable(there)) {
            return Finding.failure(
                    new Said(there + " cannot be written", there + " ne peut pas être écrit"),
                    new Said("give the hub's account the right", "donnez ce droit au compte d'Aubette"));
        }
        boolean few = files.isPresent() && files.get() < FEWEST_FILES;
        return free >= warnBelow && !few
                ? Finding.ok(english, french)
                : Finding.warning(
                        new Said(english, french),
                        new Said("make room, or move " + folder, "faites de la place ou déplacez " + folder));
    }

    private static Path existing(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at;
            }
        }
        return Path.of("/");
    }

    /** What {@code df} says; nothing where it cannot, or where files are not counted. */
    private static Optional<Long> freeFiles(Path folder) {
        try {
            Process df = new ProcessBuilder("df", "-iP", folder.toString()).start();
            df.getOutputStream().close();
            List<String> lines = new String(df.getInputStream().readNBytes(4096), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] fields = lines.get(lines.size() - 1).split("\\s+", -1);
            long all = Long.parseLong(fields[1]);
            return all > 0 ? Optional.of(Long.parseLong(fields[3])) : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
