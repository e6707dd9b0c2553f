package fr.aubette.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/**
 * Whether scans can be taken out of a drop folder: read, and moved beside it without a copy.
 *
 * @param folder as in {@code channels.yaml}
 */
record FolderCheck(Path folder) implements Check {

    @Override
    public Finding look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Finding.failure(
                    new Said(folder + " does not exist", folder + " n'existe pas"),
                    new Said("create it, or correct channels.yaml", "créez-le ou corrigez channels.yaml"));
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
            return refused();
        }
        return moves();
    }

    private Finding moves() throws IOException {
        // a name that the folder's reader ignores
        Path probe = null;
        Path taken = folder.resolve("taken");
        Path target = Files.isDirectory(taken) ? taken : folder;
        Path moved = target.resolve(".aubette-doctor-" + ProcessHandle.current().pid());
        try {
            probe = Files.createTempFile(folder, ".aubette-doctor", ".tmp");
            Files.move(probe, moved, StandardCopyOption.ATOMIC_MOVE);
            return Finding.ok(folder + " can be read and emptied", folder + " peut être lu et vidé");
        } catch (AtomicMoveNotSupportedException e) {
            return Finding.failure(
                    new Said("taken/ is on another file system", "taken/ est sur un autre système de fichiers"),
                    new Said("put it on the folder's own", "placez-le sur celui du dossier"));
        } catch (IOException e) {
            return refused();
        } finally {
            FileSystemUtils.deleteRecursively(moved);
            FileSystemUtils.deleteRecursively(probe);
        }
    }

    private Finding refused() {
        return Finding.failure(
                new Said("the hub may not read and write " + folder, "Aubette ne peut pas lire et écrire " + folder),
                new Said("give its account both rights", "donnez les deux droits à son compte"));
    }
}
