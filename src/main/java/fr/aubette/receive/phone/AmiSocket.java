package fr.aubette.receive.phone;

import fr.aubette.ami.AmiReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The socket under Asterisk-Java: whatever comes in is in the journal before anything else is done with it.
 *
 * <p>The library is given the greeting and the responses to its actions only. Events are read from the journal; the
 * library would queue them, and drop them beyond its 20,000.
 */
final class AmiSocket implements SocketConnectionFacade {

    private final Socket socket;
    private final InputStream in;
    private final Journal journal;
    private final Runnable heard;
    private final Consumer<String> lost;
    private final byte[] chunk = new byte[32 * 1024];
    private int next;
    private int end;

    /**
     * Connects.
     *
     * @param heard told whenever bytes came in
     * @param lost told why no more will come
     */
    AmiSocket(LineSettings settings, Journal journal, Runnable heard, Consumer<String> lost) throws IOException {
        this.journal = journal;
        this.heard = heard;
        this.lost = lost;
        int silence = Math.toIntExact(settings.silence().toMillis());
        socket = AmiSockets.connect(settings.host(), settings.port(), settings.tls(), silence);
        try {
            in = socket.getInputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        journal.beginStream();
    }

    @Override
    public @Nullable String readLine() throws IOException {
        try {
            String line = line();
            while (line != null && line.startsWith("Event:")) {
                do {
                    line = line();
                } while (line != null && !line.isEmpty());
                line = line == null ? null : line();
            }
            if (line == null) {
                lost.accept("the exchange closed the connection");
            }
            return line;
        } catch (IOException e) {
            lost.accept(
                    e instanceof SocketTimeoutException ? "the exchange fell silent" : String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = read(); b != '\n'; b = read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r' && line.size() < AmiReader.MAX_LINE) {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(chunk));
            if (end == 0) {
                return -1;
            }
            keep();
            heard.run();
        }
        return chunk[next++] & 0xff;
    }

    /** What cannot be kept is not read: the connection ends, and the next one resynchronises. */
    private void keep() throws IOException {
        try {
            journal.append(chunk, end);
        } catch (IOException e) {
            throw new IOException("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        lost.accept("the connection was closed");
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected() && !socket.isClosed();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
