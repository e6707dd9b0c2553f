package fr.aubette.cli;

import fr.aubette.model.ChannelKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses from which channel a file is. */
final class FileKind {

    private static final int HEAD = 512;
    private static final Pattern SCAN = Pattern.compile("(?s)(%PDF|II\\*\0|MM\0\\*|\u00ff\u00d8\u00ff|\u0089PNG).*");
    private static final Pattern CALLS =
            Pattern.compile("(?s)\\s*(Asterisk Call Manager/|(Event|Response): \\S+\r?\n).*");
    private static final Pattern FORM = Pattern.compile("(?s)(\u00ef\u00bb\u00bf)?\\s*[{].*");
    private static final Pattern MAIL = Pattern.compile("(?s)(From \\S+ .*|[A-Za-z][A-Za-z-]*:[ \t].*)");

    private FileKind() {}

    /** By its extension, else by its first bytes; empty when neither tells. */
    static Optional<ChannelKind> of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "ami", "log" -> Optional.of(ChannelKind.PHONE);
            case "eml" -> Optional.of(ChannelKind.MAIL);
            case "pdf", "tif", "tiff", "jpg", "jpeg", "png", "zip" -> Optional.of(ChannelKind.LETTER);
            case "json" -> Optional.of(ChannelKind.FORM);
            default -> byContent(file);
        };
    }

    private static Optional<ChannelKind> byContent(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            if (SCAN.matcher(head).matches()) {
                return Optional.of(ChannelKind.LETTER);
            }
            if (CALLS.matcher(head).matches()) {
                return Optional.of(ChannelKind.PHONE);
            }
            if (FORM.matcher(head).matches()) {
                return Optional.of(ChannelKind.FORM);
            }
            return MAIL.matcher(head).matches() ? Optional.of(ChannelKind.MAIL) : Optional.empty();
        }
    }
}
