package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.ami.CallTruth;
import fr.aubette.ami.Recording;
import fr.aubette.embedded.DemoSwitchboard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted line goes to the exchange that its certificate names, and to no other. */
class TlsLineTest {

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();
    private DemoSwitchboard switchboard;
    private SSLContext before;

    @BeforeEach
    void open() throws Exception {
        before = SSLContext.getDefault();
        switchboard = new DemoSwitchboard(0, "aubette", "secret", Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        SSLContext.setDefault(before);
        switchboard.close();
    }

    @Test
    void takesTheCallsOfTheExchangeThatTheCertificateNames() throws Exception {
        try (TlsFront front = new TlsFront(folder, switchboard.port(), "dns:localhost")) {
            SSLContext.setDefault(front.trusting());
            try (PhoneLine line = PhoneLine.start(settings("localhost", front.port()), taken, Clock.systemUTC())) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> line.state().connectedSince().isPresent()
                                && line.state().trouble().isEmpty());
                switchboard.play(PhoneLineTest.recorded("a_queue_answered"), 0);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> CallTruth.expect(Recording.of("a_queue_answered"), taken.calls()));
            }
        }
    }

    @Test
    void refusesACertificateOfAnotherNameAndSaysSo() throws Exception {
        try (TlsFront front = new TlsFront(folder, switchboard.port(), "dns:other.example.org")) {
            SSLContext.setDefault(front.trusting());
            assertThat(trouble("localhost", front.port())).contains("the certificate does not bear the name localhost");
        }
        assertThat(switchboard.refusedLogins()).isZero();
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        try (TlsFront front = new TlsFront(folder, switchboard.port(), "dns:localhost")) {
            assertThat(trouble("localhost", front.port())).contains("the certificate is not trusted by Java");
        }
    }

    private String trouble(String host, int port) throws IOException {
        try (PhoneLine line = PhoneLine.start(settings(host, port), taken, Clock.systemUTC())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> line.state().trouble().orElse("").contains("certificate"));
            assertThat(line.state().connectedSince()).isEmpty();
            return line.state().trouble().orElse("");
        }
    }

    private LineSettings settings(String host, int port) {
        return Lines.steady(host, port, "secret", folder.resolve("journal"), SoundSpec.NONE, true);
    }
}
