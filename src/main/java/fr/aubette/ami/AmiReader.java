package fr.aubette.ami;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the raw bytes of the manager protocol into blocks, whatever the chunks they come in.
 *
 * <p>Nothing is fatal: a line that is no {@code Key: value} is counted and skipped, a line or a block without end is
 * cut at its bound, a block that the stream does not finish is dropped. Lines end in CRLF or LF; text is UTF-8, or
 * Latin-1 when it is not valid UTF-8.
 */
public final class AmiReader {

    /** Longest line read, in bytes; Asterisk's own lines stay under 8 kB. */
    public static final int MAX_LINE = 32 * 1024;
    /** Most lines of one block; the longest event of Asterisk 22 has about sixty. */
    public static final int MAX_LINES = 500;
    /** Largest block, in bytes. */
    public static final int MAX_BLOCK = 128 * 1024;

    static final String BANNER_KEY = "Banner";

    private static final String BANNER = "Asterisk Call Manager/";
    /** A greeting glued to what the lost connection left of a line; or somebody's name. */
    private static final Pattern SEVERED = Pattern.compile(".*Asterisk Call Manager/\\d+(\\.\\d+)*");

    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\x21-\\x39\\x3b-\\x7e]{0,79}");
    private static final byte[] CRLF = {'\r', '\n'};

    private final Consumer<AmiBlock> blocks;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private boolean overlong;
    private boolean severed;
    private @Nullable String heldEvent;
    private long skippedLines;
    private long droppedBlocks;

    public AmiReader(Consumer<AmiBlock> blocks) {
        this.blocks = blocks;
    }

    /** Reads on; blocks that end in these bytes are handed over before this returns. */
    public void read(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                append(bytes, from, i - from);
                endOfLine();
                from = i + 1;
            }
        }
        append(bytes, from, end - from);
    }

    /** The stream broke off: what had begun and not ended is dropped, and counted. */
    public void endOfStream() {
        if (line.size() > 0 || !fields.isEmpty()) {
            droppedBlocks++;
        }
        line.reset();
        overlong = false;
        severed = false;
        heldEvent = null;
        clearBlock();
    }

    /** Lines that were no {@code Key: value}, were forged, or went over a bound. */
    public long skippedLines() {
        return skippedLines;
    }

    /** Blocks that the stream began and never ended. */
    public long droppedBlocks() {
        return droppedBlocks;
    }

    private void append(byte[] bytes, int offset, int length) {
        int room = MAX_LINE - line.size();
        line.write(bytes, offset, Math.min(room, length));
        overlong |= length > room;
    }

    private void endOfLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String text = text(bytes, length);
        if (overlong) {
            skippedLines++;
            text = text.substring(0, Math.min(text.length(), 256));
            overlong = false;
        }
        if (severed && (text.startsWith("Response:") || text.startsWith("Event:"))) {
            banner(BANNER);
        }
        severed = SEVERED.matcher(text).matches();
        if (text.startsWith(BANNER)) {
            severed = false;
            banner(text);
        } else if (text.isEmpty()) {
            endOfBlock();
        } else {
            field(text, Arrays.copyOf(bytes, length));
        }
    }

    private void banner(String text) {
        if (!fields.isEmpty()) {
            droppedBlocks++;
        }
        heldEvent = null;
        clearBlock();
        blocks.accept(new AmiBlock(Map.of(BANNER_KEY, text), new byte[0]));
    }

    private void endOfBlock() {
        heldEvent = forget(heldEvent);
        if (!fields.isEmpty()) {
            raw.writeBytes(CRLF);
            AmiBlock block = new AmiBlock(fields, raw.toByteArray());
            clearBlock();
            blocks.accept(block);
        }
    }

    private void field(String text, byte[] bytes) {
        int colon = text.indexOf(':');
        if (colon < 0 || !KEY.matcher(text.substring(0, colon)).matches()) {
            skippedLines++;
            return;
        }
        String key = text.substring(0, colon);
        String value = text.substring(colon + 1).strip();
        String held = heldEvent;
        if (held != null) {
            heldEvent = null;
            if (key.equalsIgnoreCase("Privilege") && isWhole()) {
                endOfBlock();
                put("Event", held, ("Event: " + held).getBytes(StandardCharsets.UTF_8));
            } else {
                forget(held);
            }
        }
        if (key.equalsIgnoreCase("Event") && fields.containsKey("Event")) {
            heldEvent = value;
        } else {
            put(key, value, bytes);
        }
    }

    /**
     * An {@code Event} line inside a block begins the next event when the empty line between them is missing; inside a
     * caller's name it is forged. Asterisk writes names before the channel's identity, so only a block that has it can
     * be over.
     */
    private boolean isWhole() {
        return fields.containsKey("Uniqueid") || fields.containsKey("UniqueID") || !fields.containsKey("Channel");
    }

    private @Nullable String forget(@Nullable String held) {
        if (held != null) {
            skippedLines++;
        }
        return null;
    }

    private void put(String key, String value, byte[] bytes) {
        if (fields.size() >= MAX_LINES || raw.size() + bytes.length > MAX_BLOCK) {
            skippedLines++;
            return;
        }
        fields.put(key, value);
        raw.writeBytes(bytes);
        raw.writeBytes(CRLF);
    }

    private void clearBlock() {
        fields.clear();
        raw.reset();
    }

    private static String text(byte[] bytes, int length) {
        return withoutControls(
                utf8(bytes, length).orElseGet(() -> new String(bytes, 0, length, StandardCharsets.ISO_8859_1)));
    }

    private static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cntrl}", "");
            }
        }
        return text;
    }
}
