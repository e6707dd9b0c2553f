package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.receive.phone.TlsFront;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of an exchange whose account has too few rights, or whose certificate is another's. */
class SwitchboardCheckTest {

    private static final List<String> ALL = List.of("CoreShowChannels", "Originate", "BlindTransfer", "Ping");

    @TempDir
    Path folder;

    private ServerSocket server;
    private volatile List<String> commands = ALL;
    private volatile boolean systemRead = true;
    private volatile boolean known = true;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Thread exchange = new Thread(this::serve, "exchange");
        exchange.setDaemon(true);
        exchange.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void isContentWithAnAccountThatHasItsRights() {
        assertThat(look(Map.of()).what().english()).startsWith("logged in").doesNotContain("write =");
    }

    @Test
    void namesTheRightToAskWhichCallsGoOn() {
        commands = List.of("Originate", "BlindTransfer", "Ping");
        assertThat(look(Map.of()).what().english())
                .contains("lacks write = reporting")
                .doesNotContain("system");
    }

    @Test
    void namesTheRightToHearOfARestart() {
        systemRead = false;
        assertThat(look(Map.of()).what().english())
                .contains("lacks read = system")
                .doesNotContain("reporting");
    }

    @Test
    void namesBothThatAreMissing() {
        systemRead = false;
        commands = List.of("Ping");
        assertThat(look(Map.of()).what().french()).contains("write = reporting, read = system");
    }

    @Test
    void saysWhatIsLeftOutOnPurposeWithoutCallingItWrong() {
        commands = List.of("CoreShowChannels", "Ping");
        assertThat(look(Map.of()).what().english())
                .contains("(write = originate: no)", "(write = call: no)")
                .startsWith("logged in");
    }

    @Test
    void saysThatTheAccountIsRefused() {
        known = false;
        assertThat(look(Map.of()).what().english()).contains("refuses the account");
    }

    @Test
    void saysThatACertificateBearsAnotherName() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (TlsFront front = new TlsFront(folder, server.getLocalPort(), "dns:other.example.org")) {
            SSLContext.setDefault(front.trusting());
            Map<String, String> tls = Map.of("tls", "yes", "port", String.valueOf(front.port()));
            assertThat(look(tls).what().english()).contains("does not bear the name localhost");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private Finding look(Map<String, String> other) {
        Map<String, String> source = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                String.valueOf(server.getLocalPort()),
                "user",
                "aubette",
                "password",
                "word"));
        source.putAll(other);
        return new SwitchboardCheck(source).look();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                // the doctor went away
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "Asterisk Call Manager/11.0.0\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line) {
                case "Action: Challenge" -> say(socket, "Response: Success\r\nChallenge: 42\r\n\r\n");
                case "Action: Login" ->
                    say(
                            socket,
                            known
                                    ? "Response: Success\r\n\r\n" + (systemRead ? "Event: FullyBooted\r\n\r\n" : "")
                                    : "Response: Error\r\n\r\n");
                case "Action: ListCommands" ->
                    say(socket, "Response: Success\r\n" + String.join(": does it\r\n", commands) + ": does it\r\n\r\n");
                case "Action: Ping" -> say(socket, "Response: Success\r\nPing: Pong\r\n\r\n");
                default -> {
                    // the fields of an action
                }
            }
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
