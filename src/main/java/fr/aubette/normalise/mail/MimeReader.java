package fr.aubette.normalise.mail;

import fr.aubette.model.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a mail's structure in one pass over its bytes (RFC 5322, 2046). Attachments are counted, never held; a mail
 * inside the mail is an attachment like any other. No recursion: nesting costs a list entry, and is bounded.
 */
final class MimeReader {

    private static final int FORWARDED = 64 * 1024;
    /** Half an hour of voice, before decoding. */
    private static final int SOUND = 48 * 1024 * 1024;

    private record Open(Part part, String boundary) {}

    private final LineReader lines;
    private final List<Open> open = new ArrayList<>();
    private Part root = new Part("text/plain", true);
    private Part current = root;
    private Body body = new Body(TransferEncoding.IDENTITY, 0);
    private final Head head = new Head();
    private boolean inHeader = true;
    private byte[] lineEndBefore = {};
    private int parts = 1;
    private int headerBytes;
    private final List<byte[]> strange = new ArrayList<>();
    private int textRoom = Limits.TEXT_BYTES;

    private final boolean sounds;

    private MimeReader(InputStream in, boolean sounds) throws IOException {
        this.lines = new LineReader(in);
        this.sounds = sounds;
    }

    /**
     * Reads the whole stream.
     *
     * @throws Refused if it nests deeper, has more parts or longer headers than {@link Limits} allows
     */
    static Part read(InputStream in) throws IOException {
        return new MimeReader(in, false).read();
    }

    /** The same, and sounds are held too, up to a bound. */
    static Part readWithSounds(InputStream in) throws IOException {
        return new MimeReader(in, true).read();
    }

    private Part read() throws IOException {
        while (lines.next()) {
            if (!boundary()) {
                line();
            }
        }
        if (inHeader) {
            headerEnded();
        }
        bodyEnded();
        return root;
    }

    private void line() {
        if (inHeader) {
            headerLine();
        } else {
            bodyLine();
        }
    }

    private void headerLine() {
        headerBytes += lines.length;
        if (headerBytes > Limits.HEADER_BYTES) {
            throw new Refused("en-têtes de courriel trop longs (plus de %d Mo)".formatted(Limits.HEADER_BYTES >> 20));
        }
        if (beforeTheMail()) {
            return;
        }
        if (current == root) {
            head.add(lines);
        }
        if (lines.length == 0 && lines.startsLine) {
            boolean textAlready = !strange.isEmpty();
            headerEnded();
            if (textAlready && !head.wasText()) {
                bodyLine();
            }
        } else if (strange.isEmpty() || Headers.isKnownField(lines.piece, lines.length)) {
            if (current.headers.addLine(lines.piece, lines.length, lines.startsLine)) {
                strange.clear();
            } else {
                keepStrange();
            }
        } else {
            keepStrange();
        }
    }

    /** A text that merely looks like fields at its start, or quotes some, has no header of its own. */
    private void textOnly() {
        root = Part.ofText();
        current = root;
        body = new Body(TransferEncoding.IDENTITY, textRoom);
        head.writeTo(body);
        strange.clear();
        inHeader = false;
        lineEndBefore = new byte[0];
    }

    /** Blank lines and a mailbox file's {@code From jean@example.org Mon Jan 5} are no part of the mail's header. */
    private boolean beforeTheMail() {
        if (current != root || !root.headers.areNone() || !strange.isEmpty()) {
            return false;
        }
        String line = new String(lines.piece, 0, lines.length, StandardCharsets.ISO_8859_1);
        return line.isBlank() || line.startsWith("From ") || line.startsWith(">From ");
    }

    /** A line that is no field: junk if a known field follows, else the text, whose blank line before is missing. */
    private void keepStrange() {
        head.strange(current == root && root.headers.areNone());
        strange.add(Arrays.copyOf(lines.piece, lines.length));
        strange.add(lines.ending);
    }

    private void headerEnded() {
        current.headers.close();
        if (current == root && head.isText(root.headers)) {
            textOnly();
            return;
        }
        inHeader = false;
        lineEndBefore = new byte[0];
        current.headerEnded();
        String boundary =
                current.typeParameter("boundary").map(String::stripTrailing).orElse("");
        if (current.isMultipart() && !boundary.isEmpty()) {
            if (open.size() == Limits.DEPTH) {
                throw new Refused("courriel emboîté sur plus de %d niveaux".formatted(Limits.DEPTH));
            }
            open.add(new Open(current, boundary));
        }
        body = new Body(current.isMultipart() ? TransferEncoding.IDENTITY : current.encoding(), room());
        strange.forEach(bytes -> body.write(bytes, bytes.length));
        strange.clear();
    }

    /** What may have to be read is kept; of a mail inside, its header and the beginning of its text. */
    private int room() {
        if (current != root && current.mediaType().startsWith("message/")) {
            return Math.min(FORWARDED, textRoom);
        }
        if (sounds && current.mediaType().startsWith("audio/")) {
            return SOUND;
        }
        boolean readable = current.mediaType().startsWith("text/") && !current.isDeclaredAttachment();
        boolean sealed = Seals.isCms(current) || Seals.isTnef(current);
        return readable || sealed || current.isMultipart() || current == root ? textRoom : 0;
    }

    private void bodyLine() {
        body.write(lineEndBefore, lineEndBefore.length);
        body.write(lines.piece, lines.length);
        lineEndBefore = lines.ending;
    }

    private void bodyEnded() {
        if (open.isEmpty() || open.get(open.size() - 1).part() != current) {
            body.write(lineEndBefore, open.isEmpty() ? lineEndBefore.length : 0);
        }
        current.body(body);
        textRoom -= current.mediaType().startsWith("audio/") ? 0 : body.keptBytes();
    }

    /** Handles the line if it is a boundary of any multipart that is open, the innermost first. */
    private boolean boundary() {
        if (open.isEmpty() || !lines.startsLine || lines.length < 3 || lines.piece[0] != '-' || lines.piece[1] != '-') {
            return false;
        }
        String line = new String(lines.piece, 2, lines.length - 2, StandardCharsets.ISO_8859_1).stripTrailing();
        for (int level = open.size() - 1; level >= 0; level--) {
            String boundary = open.get(level).boundary();
            if (line.equals(boundary)) {
                startPart(level);
                return true;
            }
            if (line.length() == boundary.length() + 2 && line.startsWith(boundary) && line.endsWith("--")) {
                endMultipart(level);
                return true;
            }
        }
        return false;
    }

    private void startPart(int level) {
        leave();
        open.subList(level + 1, open.size()).clear();
        if (++parts > Limits.PARTS) {
            throw new Refused("courriel de plus de %d parties".formatted(Limits.PARTS));
        }
        Part parent = open.get(level).part();
        current = new Part(parent.is("multipart/digest") ? "message/rfc822" : "text/plain", false);
        parent.children.add(current);
        inHeader = true;
    }

    /** What follows the last boundary is read by nobody. */
    private void endMultipart(int level) {
        leave();
        open.subList(level, open.size()).clear();
        current = new Part("application/octet-stream", false);
        body = new Body(TransferEncoding.IDENTITY, 0);
        inHeader = false;
        lineEndBefore = new byte[0];
    }

    private void leave() {
        if (inHeader) {
            headerEnded();
        }
        bodyEnded();
    }
}
