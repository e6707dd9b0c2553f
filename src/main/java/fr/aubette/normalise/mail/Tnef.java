package fr.aubette.normalise.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files and the text inside a {@code winmail.dat} (MS-OXTNEF), which Outlook sends to those it takes for Outlook.
 * Lengths are believed only as far as there are bytes: what is cut or wrong ends the reading.
 */
final class Tnef {

    /**
     * A file inside.
     *
     * @param size bytes, as declared: its own may lie beyond what was kept
     */
    record File(String name, String mediaType, long size) {}

    private static final int SIGNATURE = 0x223e9f78;
    private static final int MOST_FILES = 500;
    private static final int HEADER = 6;
    private static final int CHECKSUM = 2;
    private static final int BODY = 0x0002800c;
    private static final int NEW_FILE = 0x00069002;
    private static final int FILE_DATA = 0x0006800f;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_PROPERTIES = 0x00069005;
    private static final int PROPERTIES = 0x00069003;
    private static final int CODE_PAGE = 0x00069007;

    private final ByteBuffer in;
    private final List<File> files = new ArrayList<>();
    private Charset charset = Charset.forName("windows-1252");
    private String text = "";
    private boolean inFile;
    private String name = "";
    private String mediaType = "";
    private long size;

    private Tnef(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads it; empty when it is none. */
    static Optional<Tnef> of(byte[] bytes) {
        Tnef tnef = new Tnef(bytes);
        if (bytes.length < HEADER || tnef.in.getInt() != SIGNATURE) {
            return Optional.empty();
        }
        tnef.in.getShort();
        tnef.read();
        return Optional.of(tnef);
    }

    List<File> files() {
        return files;
    }

    /** Its text; empty when it has none that is plain or HTML. */
    String text() {
        return text;
    }

    private void read() {
        while (in.remaining() > 9 && files.size() < MOST_FILES) {
            in.get();
            int attribute = in.getInt();
            long length = Integer.toUnsignedLong(in.getInt());
            int there = (int) Math.min(length, in.remaining());
            attribute(attribute, length, in.slice(in.position(), there).order(ByteOrder.LITTLE_ENDIAN));
            in.position(in.position() + there);
            in.position(Math.min(in.limit(), in.position() + CHECKSUM));
        }
        endFile();
    }

    private void attribute(int attribute, long length, ByteBuffer data) {
        switch (attribute) {
            case CODE_PAGE -> charset = data.remaining() < 4 ? charset : codePage(data.getInt());
            case BODY -> text = text.isEmpty() ? string(data, charset) : text;
            case PROPERTIES -> MapiProperties.in(data).forEach(this::ofMessage);
            case NEW_FILE -> {
                endFile();
                inFile = true;
            }
            case FILE_TITLE -> name = name.isEmpty() ? string(data, charset) : name;
            case FILE_DATA -> size = length;
            case FILE_PROPERTIES -> MapiProperties.in(data).forEach(this::ofFile);
            default -> {
                // dates, recipients and the like: the mail's own header says them
            }
        }
    }

    private void ofMessage(MapiProperties.Property property) {
        if (property.id() == MapiProperties.BODY && text.isEmpty()) {
            text = string(property.value(), property.isUnicode() ? StandardCharsets.UTF_16LE : charset);
        } else if (property.id() == MapiProperties.BODY_HTML && text.isEmpty()) {
            String html = string(property.value(), property.isUnicode() ? StandardCharsets.UTF_16LE : charset);
            text = org.jsoup.Jsoup.parse(html).wholeText();
        }
    }

    private void ofFile(MapiProperties.Property property) {
        Charset own = property.isUnicode() ? StandardCharsets.UTF_16LE : charset;
        switch (property.id()) {
            case MapiProperties.LONG_NAME -> name = string(property.value(), own);
            case MapiProperties.SHORT_NAME, MapiProperties.DISPLAY_NAME ->
                name = name.isEmpty() ? string(property.value(), own) : name;
            case MapiProperties.MEDIA_TYPE -> mediaType = string(property.value(), own);
            case MapiProperties.DATA -> size = size == 0 ? property.value().remaining() : size;
            default -> {
                // icons and positions
            }
        }
    }

    private void endFile() {
        if (inFile) {
            files.add(new File(name, mediaType, size));
        }
        inFile = false;
        name = "";
        mediaType = "";
        size = 0;
    }

    private static Charset codePage(int page) {
        try {
            return Charset.forName(page == 65001 ? "UTF-8" : "windows-" + page);
        } catch (IllegalArgumentException unknown) {
            return Charset.forName("windows-1252");
        }
    }

    private static String string(ByteBuffer data, Charset charset) {
        String all = charset.decode(data.duplicate()).toString();
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }
}
