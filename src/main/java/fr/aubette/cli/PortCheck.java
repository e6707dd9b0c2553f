package fr.aubette.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Whether a port of loopback is free for what runs inside the hub.
 *
 * @param key the setting that names it
 */
record PortCheck(String key, int port) implements Check {

    @Override
    public Finding look() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Finding.ok("port " + socket.getLocalPort() + " is free", "le port " + port + " est libre");
        } catch (IOException e) {
            return Finding.failure(
                    new Said("port " + port + " is taken", "le port " + port + " est pris"),
                    new Said("stop what holds it, or set " + key, "arrêtez ce qui l'occupe ou réglez " + key));
        }
    }
}
