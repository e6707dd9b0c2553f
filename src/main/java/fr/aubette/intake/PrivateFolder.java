package fr.aubette.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that holds citizens' words: made for the hub's own account, closed to every other of the machine. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /**
     * The folder, made with what is missing above it; one that is there stays as its administrator made it.
     *
     * @throws IOException if it cannot be made
     */
    public static Path in(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectories(folder);
    }
}
