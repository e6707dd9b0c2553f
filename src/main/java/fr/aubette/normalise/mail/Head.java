package fr.aubette.normalise.mail;

import java.io.ByteArrayOutputStream;

/** The first lines of a mail as they came, until it is sure that they are its header and not its text. */
final class Head {

    private static final int MAX = 64 * 1024;

    private final ByteArrayOutputStream raw = new ByteArrayOutputStream(1024);
    private boolean strangeFirst;
    private boolean text;
    private boolean cut;

    void add(LineReader lines) {
        cut |= raw.size() + lines.length > MAX;
        if (!cut) {
            raw.write(lines.piece, 0, lines.length);
            raw.write(lines.ending, 0, lines.ending.length);
        }
    }

    /** A line that is no field; whether no field came before it. */
    void strange(boolean first) {
        strangeFirst |= first;
    }

    /** Whether all of it is text: no field of a mail, or only such as people quote, behind a line that is none. */
    boolean isText(Headers headers) {
        text = !cut && (headers.areNotOfAMail() || strangeFirst && !headers.areOfAServer());
        return text;
    }

    /** What {@link #isText} last said. */
    boolean wasText() {
        return text;
    }

    void writeTo(Body body) {
        body.write(raw.toByteArray(), raw.size());
    }
}
