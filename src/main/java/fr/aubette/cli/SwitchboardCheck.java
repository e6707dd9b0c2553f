package fr.aubette.cli;

import fr.aubette.receive.phone.AmiSockets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
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
        if (value("host").isBlank()) {
            return Finding.ok("calls are posted to /api/calls", "les appels sont postés à /api/calls");
        }
        try (Socket socket = AmiSockets.connect(
                value("host"), Integer.parseInt(value("port")), value("tls").equals("yes"), LIMIT_MILLIS)) {
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
                    "Action: Login\r\nAuthType: MD5\r\nUsername: " + value("user") + "\r\nKey: " + key + "\r\n\r\n");
            boolean accepted = answer(in, "Response: ").equals("Success");
            if (!accepted) {
                return refused();
            }
            send(socket, "Action: ListCommands\r\n\r\nAction: Ping\r\n\r\nAction: Logoff\r\n\r\n");
            return rights(in, banner);
        } catch (SSLException e) {
            return Finding.failure(
                    new Said(
                            "no trusted connection: " + e.getMessage(),
                            "pas de connexion de confiance : " + e.getMessage()),
                    new Said(
                            "the certificate must be trusted by Java and name " + value("host"),
                            "le certificat doit être reconnu par Java et porter le nom " + value("host")));
        } catch (IOException | IllegalArgumentException e) {
            return Finding.failure(
                    new Said("no answer from " + value("host"), "pas de réponse de " + value("host")),
                    new Said(
                            "check host and port, and manager.conf (enabled, bindaddr, permit)",
                            "vérifiez host et port, et manager.conf (enabled, bindaddr, permit)"));
        }
    }

    /** What the account may do is what the exchange lists for it; read = system shows by the event sent at a login. */
    private static Finding rights(BufferedReader in, String banner) throws IOException {
        Set<String> listed = new HashSet<>();
        boolean booted = false;
        for (int line = 0; line < MOST_LINES; line++) {
            @Nullable String read = in.readLine();
            if (read == null || read.startsWith("Ping: Pong")) {
                break;
            }
            booted |= read.equals("Event: FullyBooted");
            listed.add(read.replaceFirst(":.*", ""));
        }
        List<String> missing = new ArrayList<>();
        if (!listed.contains("CoreShowChannels")) {
            missing.add("write = reporting");
        }
        if (!booted) {
            missing.add("read = system");
        }
        if (missing.isEmpty()) {
            String placing = (listed.contains("Originate") ? "" : " (write = originate: no)")
                    + (listed.contains("BlindTransfer") ? "" : " (write = call: no)");
            return Finding.ok("logged in, " + banner + placing, "connecté, " + banner + placing);
        }
        String rights = String.join(", ", missing);
        return Finding.failure(
                new Said("the account lacks " + rights, "il manque au compte " + rights),
                new Said("add it to its section of manager.conf", "ajoutez-le à sa section de manager.conf"));
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
