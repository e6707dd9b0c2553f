package fr.aubette.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exchange lets the hub listen.
 *
 * @param source its entry of {@code channels.yaml}, with defaults
 */
record SwitchboardCheck(Map<String, String> source) implements Check {

    private static final int LIMIT_MILLIS = 4000;

    /** More lines than this before an answer are no answer. */
    private static final int MOST_LINES = 500;

    @Override
    public Finding look() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(value("host"), Integer.parseInt(value("port"))), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String banner = in.readLine();
            if (banner == null || !banner.startsWith("Asterisk Call Manager/")) {
                return Finding.failure(
                        new Said(
                                "something answers that is no manager interface",
                                "ce qui répond n'est pas une interface AMI"),
                        new Said("check host and port in channels.yaml", "vérifiez host et port dans channels.yaml"));
            }
            send(socket, "Action: Challenge\r\nAuthType: MD5\r\n\r\n");
            String key = md5(answer(in, "Challenge: ") + value("password"));
            send(
                    socket,
                    "Action: Login\r\nAuthType: MD5\r\nEvents: off\r\nUsername: " + value("user") + "\r\nKey: " + key
                            + "\r\n\r\n");
            boolean accepted = answer(in, "Response: ").equals("Success");
            send(socket, "Action: Logoff\r\n\r\n");
            return accepted ? Finding.ok("logged in, " + banner, "connecté, " + banner) : refused();
        } catch (IOException | IllegalArgumentException e) {
            return Finding.failure(
                    new Said("no answer from " + value("host"), "pas de réponse de " + value("host")),
                    new Said(
                            "check host and port, and manager.conf (enabled, bindaddr, permit)",
                            "vérifiez host et port, et manager.conf (enabled, bindaddr, permit)"));
        }
    }

    private static Finding refused() {
        return Finding.failure(
                new Said("the exchange refuses the account", "le standard refuse le compte"),
                new Said(
                        "check user and password against manager.conf", "comparez user et password avec manager.conf"));
    }

    private static void send(Socket socket, String action) throws IOException {
        socket.getOutputStream().write(action.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(BufferedReader in, String key) throws IOException {
        for (int line = 0; line < MOST_LINES; line++) {
            @Nullable String read = in.readLine();
            if (read == null) {
                break;
            }
            if (read.startsWith(key)) {
                return read.substring(key.length()).strip();
            }
        }
        throw new IOException("no " + key);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private String value(String key) {
        return source.getOrDefault(key, "");
    }
}
