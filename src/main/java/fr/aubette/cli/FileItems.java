package fr.aubette.cli;

import fr.aubette.ami.AmiLog;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.receive.letter.LetterItems;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes of a file the items that its channel would have taken in. */
final class FileItems {

    private static final String SOURCE = "explain";

    /** Longest mail that a mailbox gives whole unless its entry says otherwise, in bytes. */
    private static final long LONGEST_MAIL = 50L << 20;

    /** How much of a longer one is read, in bytes. */
    private static final int START = 256 << 10;

    private final Optional<Instant> at;
    private AmiLog.@Nullable Parts recording;

    /**
     * Prepares.
     *
     * @param at when all were received; empty: when each file was written
     */
    FileItems(Optional<Instant> at) {
        this.at = at;
    }

    /**
     * Gives each item of a file: the calls that end in a recording, one of anything else.
     *
     * @return lines and blocks of a recording that could not be understood
     * @throws IOException if the file cannot be read
     */
    AmiLog.Skipped read(Path file, ChannelKind kind, Consumer<RawItem> items) throws IOException {
        Instant received =
                at.isPresent() ? at.get() : Files.getLastModifiedTime(file).toInstant();
        finishUnlessNextPart(file, kind);
        switch (kind) {
            case PHONE -> {
                AmiLog.Parts parts = recording == null ? AmiLog.parts(received) : recording;
                recording = parts;
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    return parts.read(in, call -> items.accept(call.item(SOURCE)));
                }
            }
            case LETTER -> items.accept(letter(file, received));
            default -> items.accept(item(file, kind, received));
        }
        return new AmiLog.Skipped(0, 0);
    }

    private void finishUnlessNextPart(Path file, ChannelKind kind) throws IOException {
        AmiLog.Parts last = recording;
        if (last == null || kind == ChannelKind.PHONE && !last.open().isEmpty() && goesOn(last, file)) {
            return;
        }
        finish();
    }

    private static boolean goesOn(AmiLog.Parts last, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return last.goOnIn(in);
        }
    }

    /** True when calls go on of which no end has been read. */
    boolean goOn() {
        AmiLog.Parts last = recording;
        return last != null && !last.open().isEmpty();
    }

    /** Nothing more comes: calls still going on are told as they are. */
    void finish() {
        AmiLog.Parts last = recording;
        recording = null;
        if (last != null) {
            last.finish();
        }
    }

    private static RawItem letter(Path file, Instant received) throws IOException {
        RawItem dropped = new LetterItems(Clock.fixed(received, ZoneOffset.UTC)).toItem(file.toFile(), SOURCE, "");
        return new RawItem(
                dropped.channel(),
                SOURCE,
                dropped.reference(),
                received,
                dropped.mediaType(),
                dropped.facts(),
                dropped.content());
    }

    private static RawItem item(Path file, ChannelKind kind, Instant received) throws IOException {
        boolean mail = kind == ChannelKind.MAIL;
        long size = Files.size(file);
        Map<String, String> facts =
                mail && size > LONGEST_MAIL ? Map.of("oversize", Long.toString(size), "folder", "INBOX") : Map.of();
        Content content = facts.isEmpty() ? Content.of(file) : start(file);
        String mediaType = mail ? "message/rfc822" : "application/json";
        return new RawItem(kind, SOURCE, file.toString(), received, mediaType, facts, content);
    }

    /** What a mailbox gives of a mail that is too long. */
    private static Content start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Content.of(in.readNBytes(START));
        }
    }
}
