package fr.aubette.typed;

import java.io.OutputStream;

/** Counts bytes without keeping them, and refuses the one too many. */
final class CountingStream extends OutputStream {

    private final long most;
    private long count;

    CountingStream(long most) {
        this.most = most;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int b) {
        add(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        add(length);
    }

    private void add(int more) {
        count += more;
        if (count > most) {
            throw new Unreadable(Fault.FILE_TOO_LARGE);
        }
    }
}
