package fr.aubette.receive.phone;

import fr.aubette.model.CallSound;
import fr.aubette.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asterisk's voicemail as it lies on the disk: {@code context/mailbox/INBOX/msg0000.txt} beside {@code msg0000.wav}.
 *
 * <p>The text is renamed into its place after the sound, so a text has its sound whole. The numbers in the names move
 * up when a message is deleted: a sound counts only if the text beside it was the same before and after reading it.
 */
final class VoicemailFolder {

    /** Where a message lies before and after somebody has listened to it at a telephone. */
    private static final List<String> FOLDERS = List.of("INBOX", "Urgent", "Old");

    private static final int MOST_TEXT = 16 * 1024;
    /** Over half an hour; Asterisk's own limit is {@code maxsecs}. */
    private static final int MOST_SOUND = 32 << 20;

    private final String line;
    private final Path root;

    VoicemailFolder(String line, Path root) {
        this.line = line;
        this.root = root;
    }

    /** The texts of all messages. */
    List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (Path context : in(root, "*")) {
            for (Path mailbox : in(context, "*")) {
                for (String folder : FOLDERS) {
                    texts.addAll(in(mailbox.resolve(folder), "msg*.txt"));
                }
            }
        }
        return texts;
    }

    private static List<Path> in(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            return paths;
        } catch (NotDirectoryException | NoSuchFileException none) {
            return List.of();
        }
    }

    /** The message of a text; empty when it is not whole, is no more there, or has no sound that can be played. */
    Optional<CallSound> message(Path text) throws IOException {
        try {
            String said = said(text);
            Map<String, String> fields = fields(said);
            Path sound = text.resolveSibling(text.getFileName().toString().replaceFirst("txt$", "wav"));
            if (!fields.getOrDefault("duration", "").matches("\\d{1,6}")
                    || !fields.getOrDefault("origtime", "").matches("\\d{9,11}")) {
                return Optional.empty();
            }
            byte[] bytes = bytes(sound, MOST_SOUND);
            boolean whole = WaveFile.whole(bytes, bytes.length).isPresent();
            return whole && said(text).equals(said)
                    ? Optional.of(message(mailbox(text), fields, bytes))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private CallSound message(String mailbox, Map<String, String> fields, byte[] bytes) {
        String channel = fields.getOrDefault("callerchan", "");
        String at = fields.get("origtime");
        String id = fields.getOrDefault("msg_id", "");
        return new CallSound(
                line,
                "%s/%s".formatted(mailbox, id.isEmpty() ? at + "-" + channel : id),
                CallSound.Kind.VOICEMAIL,
                mailbox,
                channel,
                Optional.empty(),
                number(fields.getOrDefault("callerid", "")),
                Instant.ofEpochSecond(Long.parseLong(at)),
                Duration.ofSeconds(Long.parseLong(fields.get("duration"))),
                CallSound.WAV,
                Content.of(bytes));
    }

    private static String mailbox(Path text) {
        // context/mailbox/INBOX/msg0000.txt
        return String.valueOf(text.getName(text.getNameCount() - 3));
    }

    /** {@code 0639980105} of {@code "Claire" <0639980105>}, or alone. */
    private static Optional<String> number(String callerId) {
        String bare = callerId.replaceFirst("^.*<([^>]*)>.*$", "$1").strip();
        return bare.matches("\\+?[0-9]{2,20}") ? Optional.of(bare) : Optional.empty();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(pair[0].strip(), pair[1].strip()));
        return fields;
    }

    private static String said(Path text) throws IOException {
        return new String(bytes(text, MOST_TEXT), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
