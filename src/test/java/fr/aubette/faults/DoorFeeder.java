package fr.aubette.faults;

import fr.aubette.hub.PlainItems;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Offers by {@link Door}; every sixth item comes from somebody who has come before. */
final class DoorFeeder implements Feeder {

    /** About something that a directorate with a queue answers. */
    private static final String TEXT = "Bonjour, un nid-de-poule sur la route départementale 912 a abîmé mon pneu. ";

    private static final int PEOPLE = 40;
    private static final int ANSWER_MILLIS = 15_000;

    private final int port;
    private final String name;

    DoorFeeder(String name, int port) {
        this.name = name;
        this.port = port;
    }

    @Override
    public String channel() {
        return name;
    }

    @Override
    public boolean offer(String marker) throws IOException {
        int who = Math.floorMod(marker.hashCode(), 6 * PEOPLE);
        String person = who < PEOPLE ? "p" + who : marker.toLowerCase(java.util.Locale.ROOT);
        byte[] bytes = PlainItems.bytes(marker, "Renard", person + "@example.org", TEXT + marker);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.println(marker + " " + Base64.getEncoder().encodeToString(bytes));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new EOFException("the hub died before it answered");
            }
            return answer.equals("OK");
        }
    }
}
