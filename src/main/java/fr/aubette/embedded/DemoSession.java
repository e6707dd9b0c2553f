package fr.aubette.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One client of the demonstration switchboard. */
final class DemoSession implements Runnable {

    private final DemoSwitchboard switchboard;
    private final Socket socket;
    private final String challenge = UUID.randomUUID().toString().substring(0, 9);
    private volatile boolean loggedIn;
    private volatile boolean frozen;

    DemoSession(DemoSwitchboard switchboard, Socket socket) {
        this.switchboard = switchboard;
        this.socket = socket;
    }

    boolean isLoggedIn() {
        return loggedIn && !frozen;
    }

    void freeze() {
        frozen = true;
    }

    void send(byte[] bytes) {
        if (frozen) {
            return;
        }
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        loggedIn = false;
        switchboard.left(this);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which was wanted
        }
    }

    @Override
    public void run() {
        switchboard.answer(this, "Asterisk Call Manager/11.0.0\r\n");
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            Map<String, String> action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    action.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (!action.isEmpty()) {
                    answer(Map.copyOf(action));
                    action.clear();
                }
            }
        } catch (IOException e) {
            // the client went away
        } finally {
            close();
        }
    }

    private void answer(Map<String, String> action) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(action);
        String name = fields.getOrDefault("Action", "").toLowerCase(java.util.Locale.ROOT);
        switch (name) {
            case "challenge" -> respond(fields, "Success", "Challenge: " + challenge);
            case "login" -> login(fields);
            case "logoff" -> {
                respond(fields, "Goodbye", "Message: Thanks for all the fish.");
                close();
            }
            default -> answerOnceIn(name, fields);
        }
    }

    private void answerOnceIn(String name, Map<String, String> fields) {
        if (!loggedIn) {
            respond(fields, "Error", "Message: Permission denied");
            return;
        }
        switch (name) {
            case "ping" -> respond(fields, "Success", "Ping: Pong");
            case "coresettings" -> respond(fields, "Success", "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1");
            case "corestatus" -> respond(fields, "Success", "CoreStartupDate: 2026-01-01\r\nCoreStartupTime: 00:00:00");
            case "listcommands" ->
                respond(
                        fields,
                        "Success",
                        "CoreShowChannels: List currently active channels.  (Priv: system,reporting,all)\r\n"
                                + "Ping: Keepalive command.  (Priv: <none>)");
            case "status" -> list(fields, "Status", List.of(), "StatusComplete");
            case "queuestatus" -> list(fields, "QueueStatus", List.of(), "QueueStatusComplete");
            case "coreshowchannels" ->
                list(fields, "CoreShowChannel", switchboard.channels(), "CoreShowChannelsComplete");
            default -> respond(fields, "Error", "Message: Invalid/unknown command");
        }
    }

    private void login(Map<String, String> fields) {
        String key = fields.getOrDefault("Key", fields.getOrDefault("Secret", ""));
        String expected = fields.containsKey("Key") ? md5(challenge + switchboard.secret()) : switchboard.secret();
        if (switchboard.knows(fields.getOrDefault("Username", ""), key, expected)) {
            respond(fields, "Success", "Message: Authentication accepted");
            loggedIn = true;
            switchboard.answer(this, "Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n");
        } else {
            respond(fields, "Error", "Message: Authentication failed");
            close();
        }
    }

    private void list(Map<String, String> fields, String event, List<String> entries, String complete) {
        String id = "ActionID: " + fields.getOrDefault("ActionID", "") + "\r\n";
        StringBuilder all = new StringBuilder("Response: Success\r\n" + id + "EventList: start\r\n\r\n");
        entries.forEach(entry -> all.append("Event: ")
                .append(event)
                .append("\r\n")
                .append(id)
                .append(entry)
                .append("\r\n"));
        all.append("Event: ").append(complete).append("\r\n").append(id);
        all.append("EventList: Complete\r\nListItems: ").append(entries.size()).append("\r\n\r\n");
        switchboard.answer(this, all.toString());
    }

    private void respond(Map<String, String> fields, String response, String rest) {
        String id = fields.containsKey("ActionID") ? "ActionID: " + fields.get("ActionID") + "\r\n" : "";
        switchboard.answer(this, "Response: " + response + "\r\n" + id + rest + "\r\n\r\n");
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
