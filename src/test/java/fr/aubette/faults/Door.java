package fr.aubette.faults;

import fr.aubette.hub.PlainItems;
import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Inside the hub under test: takes items over a loopback socket, for a load that no channel's own speed limits. */
@Component
@ConditionalOnProperty("aubette.faults.door-port")
class Door implements SmartLifecycle {

    private final Intake intake;
    private final int port;
    private volatile boolean running;

    Door(Intake intake, @Value("${aubette.faults.door-port}") int port) {
        this.intake = intake;
        this.port = port;
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(this::listen, "faults-door");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (running) {
                Socket caller = server.accept();
                Thread thread = new Thread(() -> serve(caller), "faults-caller");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One line in, {@code reference base64}; one line out, {@code OK} or {@code NO}. */
    private void serve(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                out.println(take(words[0], Base64.getDecoder().decode(words[1])));
            }
        } catch (IOException e) {
            // the caller hung up
            return;
        }
    }

    private String take(String reference, byte[] bytes) {
        try {
            intake.take(PlainItems.item(reference, bytes));
            return "OK";
        } catch (IntakeUnavailable e) {
            return "NO " + e.getMessage().replace('\n', ' ');
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
