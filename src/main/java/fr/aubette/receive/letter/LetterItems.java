package fr.aubette.receive.letter;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Makes a raw item of a scanned file; whether it can be read is found later, so that nothing is left aside unsaid. */
@Component("letterItems")
public final class LetterItems {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int BUFFER = 64 * 1024;

    private final Clock clock;

    public LetterItems(Clock clock) {
        this.clock = clock;
    }

    /**
     * The item of a file in a drop folder.
     *
     * @param source the configured source
     * @param site the mail room
     */
    public RawItem toItem(
            @Body File file, @ExchangeProperty("source") String source, @ExchangeProperty("site") String site)
            throws IOException {
        return item(file.toPath(), Files.getLastModifiedTime(file.toPath()).toInstant(), source, site);
    }

    /**
     * The item of a file that was fetched from a server.
     *
     * @param written when the server says that it was last written, in milliseconds since 1970
     * @param source the configured source
     * @param site the mail room
     */
    public RawItem fetched(
            @Body File file,
            @Header(Exchange.FILE_LAST_MODIFIED) long written,
            @ExchangeProperty("source") String source,
            @ExchangeProperty("site") String site)
            throws IOException {
        return item(file.toPath(), Instant.ofEpochMilli(written), source, site);
    }

    private RawItem item(Path path, Instant written, String source, String site) throws IOException {
        Instant now = clock.instant();
        return new RawItem(
                ChannelKind.LETTER,
                source,
                reference(path, written),
                written.isAfter(now) ? now : written,
                mediaType(path),
                Map.of(
                        "fileName", OddNames.shown(String.valueOf(path.getFileName())),
                        "site", site,
                        "arrivedOn", arrivedOn(path).toString()),
                Content.of(path));
    }

    /** The SHA-256 of the bytes; every empty file is one of its own, or the second would vanish into the first. */
    private static String reference(Path file, Instant written) throws IOException {
        if (Files.size(file) == 0) {
            byte[] which = (file.getFileName() + "|" + written).getBytes(StandardCharsets.UTF_8);
            return "empty-" + HexFormat.of().formatHex(sha256().digest(which));
        }
        return sha256(file);
    }

    /** Of its bytes, lower-case hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mediaType(Path file) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(head.length);
        }
        return switch (new String(head, StandardCharsets.ISO_8859_1)) {
            case "%PDF" -> "application/pdf";
            case "II*\0", "MM\0*" -> "image/tiff";
            case "\u0089PNG" -> "image/png";
            case "PK\3\4" -> "application/zip";
            default -> HexFormat.of().formatHex(head).startsWith("ffd8ff") ? "image/jpeg" : "application/octet-stream";
        };
    }

    /** The day by which the file's folder is named, else today; a day still to come is a mistake. */
    private LocalDate arrivedOn(Path file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(Path::getFileName)
                .flatMap(folder -> DropFile.date(folder.toString()))
                .filter(date -> !date.isAfter(today))
                .orElse(today);
    }
}
