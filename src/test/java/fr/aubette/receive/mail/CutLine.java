package fr.aubette.receive.mail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between the hub and a server that can be cut, or fall silent without being cut. */
final class CutLine implements Closeable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    CutLine(int server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were made so far and are open. */
    int connections() {
        return (int) open.stream().filter(each -> !each.isClosed()).count() / 2;
    }

    /** Ends every connection of this moment. */
    void cut() {
        open.forEach(CutLine::close);
        open.clear();
    }

    /** From now on nothing of the connections of this moment goes through, and nobody is told. */
    void silence() {
        silent = true;
    }

    /** New connections go through again; the former ones stay silent. */
    void speakAnew() {
        open.clear();
        silent = false;
    }

    private void accept() {
        try {
            while (true) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            // the line is no longer needed
        }
    }

    private void connect(Socket client) {
        try {
            Socket there = new Socket("127.0.0.1", server);
            open.addAll(List.of(client, there));
            start(() -> pass(client, there));
            start(() -> pass(there, client));
        } catch (IOException nobodyThere) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8_192];
            boolean dead = false;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                dead |= silent;
                if (!dead) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException cut) {
            // as it was meant
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cut-line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
