package fr.aubette.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every file that the arguments name, one after the other, in their order; a folder stands for its files by name. */
final class NamedFiles {

    private final Path from;
    private final InputStream in;
    private final Consumer<Named> told;

    /**
     * A file, or a name under which none could be found.
     *
     * @param name as given
     * @param path where it is
     */
    record Named(String name, Path path) {}

    /**
     * Prepares.
     *
     * @param from the folder that relative names start from
     * @param in where {@code -} reads names, one a line
     * @param told each file
     */
    NamedFiles(Path from, InputStream in, Consumer<Named> told) {
        this.from = from;
        this.in = in;
        this.told = told;
    }

    /** Tells each; names in a list are files or folders, never lists again. */
    void read(List<String> names) throws IOException {
        for (String name : names) {
            if (name.equals("-")) {
                list(in);
            } else if (name.startsWith("@")) {
                try (InputStream list = Files.newInputStream(from.resolve(name.substring(1)))) {
                    list(list);
                }
            } else {
                tell(name);
            }
        }
    }

    private void list(InputStream list) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                tell(line);
            }
        }
    }

    private void tell(String name) {
        Path path = from.resolve(name);
        if (!Files.isDirectory(path)) {
            told.accept(new Named(name, path));
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> told.accept(new Named(
                            Path.of(name).resolve(path.relativize(file)).toString(), file)));
        } catch (IOException | UncheckedIOException e) {
            told.accept(new Named(name, path));
        }
    }
}
