package fr.aubette.receive.phone;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a port of this machine that can be cut: what was under way is lost, and nobody comes through meanwhile. */
final class CutLink implements Closeable {

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Instant cutUntil = Instant.EPOCH;

    CutLink(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    void cutFor(Duration time) throws IOException {
        cutUntil = Instant.now().plus(time);
        drop();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket in = server.accept();
                if (Instant.now().isBefore(cutUntil)) {
                    in.close();
                    continue;
                }
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(in);
                sockets.add(out);
                start(() -> carry(in, out));
                start(() -> carry(out, in));
            } catch (IOException e) {
                // cut, closed, or nobody there
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cut-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void drop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        drop();
    }
}
