package fr.aubette.intake;

import fr.aubette.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Content in a folder, perhaps shared by several hubs: {@code ab/abcd…}.
 *
 * <p>A temporary file is written, synced and renamed, then its folder is synced: a name in the store always has all of
 * its bytes, also after a power cut. The 256 folders are made beforehand: making one costs three more syncs.
 */
public class FileContentStore implements ContentStore {

    /** One for each value of a SHA-256's first byte. */
    private static final int FOLDERS = 256;

    /** Nobody takes so long to send one item. */
    private static final Duration OLD = Duration.ofDays(1);

    private final Path root;
    private final Path incoming;

    public FileContentStore(Path root) throws IOException {
        this.root = root;
        PrivateFolder.in(root);
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        for (int first = 0; first < FOLDERS; first++) {
            Files.createDirectories(root.resolve(HexFormat.of().toHexDigits((byte) first)));
        }
        sync(root);
        clearIncoming();
    }

    /** What a killed hub had begun; what is younger may be another's that writes at this moment. */
    private void clearIncoming() throws IOException {
        Instant old = Instant.now().minus(OLD);
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException finished) {
            // another hub has just kept it: the next start looks at the rest
            return;
        }
    }

    @Override
    public Kept keep(Content content) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try {
            Kept kept = write(content, temporary);
            Path place = place(kept.sha256());
            if (!Files.exists(place) || Files.size(place) != kept.size()) {
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            }
            sync(folder(kept.sha256()));
            return kept;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Content find(String sha256) {
        return Content.of(place(sha256));
    }

    @Override
    public void forget(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private Path place(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private static Kept write(Content content, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = content.open();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            long size = in.transferTo(out);
            channel.force(true);
            return new Kept(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
