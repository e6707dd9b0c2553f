package fr.aubette.receive.letter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a file of a folder go once its writer has laid a marker beside it: {@code lettre.pdf.ok}, or {@code lettre.ok}.
 * A marker older than its file is one that an earlier file of that name left behind.
 */
@Component("takeWhen-marked")
public final class MarkedFiles extends TakeWhen<File> {

    /** By which clocks of a file server and its times may differ, in milliseconds. */
    static final long SLACK = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(MarkedFiles.class);

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) {
        return isMarked(entry.getFile());
    }

    /** What is no ordinary file has no marker to wait for. */
    static boolean isMarked(File file) {
        long written = file.lastModified();
        return !DropFile.isOrdinary(file)
                || markers(file.getAbsolutePath())
                        .map(File::new)
                        .anyMatch(marker -> marker.isFile() && marker.lastModified() + SLACK >= written);
    }

    /** Where the marker of a file may lie. */
    public static Stream<String> markers(String file) {
        int dot = file.lastIndexOf('.');
        Optional<String> stem = dot > file.lastIndexOf('/') ? Optional.of(file.substring(0, dot)) : Optional.empty();
        return Stream.concat(Stream.of(file), stem.stream()).map(name -> name + DropFile.MARKER);
    }

    @Override
    protected void taken(GenericFileOperations<File> operations, GenericFile<File> entry, Exchange exchange) {
        clear(entry.getAbsoluteFilePath());
    }

    static void clear(String file) {
        List<String> markers = markers(file).toList();
        for (String marker : markers) {
            try {
                Files.deleteIfExists(Path.of(marker));
            } catch (IOException e) {
                LOG.warn("The marker of a file that was taken could not be removed: {}", e.getMessage());
            }
        }
    }
}
