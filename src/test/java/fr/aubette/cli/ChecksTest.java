package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.aubette.embedded.BrokerServer;
import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.embedded.PostgresServer;
import fr.aubette.hub.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    @TempDir
    Path folder;

    @Test
    void acceptsOnlyARecentJava() {
        assertThat(new JavaCheck(17).look().state()).isEqualTo(Finding.State.OK);
        assertThat(new JavaCheck(11).look().state()).isEqualTo(Finding.State.FAILURE);
    }

    @Test
    void namesWhatIsWrongInTheConfiguration() {
        assertThat(new ConfigurationCheck(Path.of("config")).look().state()).isEqualTo(Finding.State.OK);
        assertThat(new ConfigurationCheck(folder).look().what().english())
                .contains("directorates.yaml", "no such file");
    }

    @Test
    void looksAtARealPostgres() throws Exception {
        try (PostgresServer server = new PostgresServer(folder, Ports.free())) {
            Finding good = new PostgresCheck(server.url(), server.user(), server.password()).look();
            Finding wrong = new PostgresCheck(server.url(), server.user(), "wrong").look();
            Finding clock = new ClockCheck(server.url(), server.user(), server.password(), Clock.systemUTC()).look();
            Finding late = new ClockCheck(
                            server.url(),
                            server.user(),
                            server.password(),
                            Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5)))
                    .look();

            assertThat(good.state()).isEqualTo(Finding.State.OK);
            assertThat(wrong.what().english()).contains("refuses the account");
            assertThat(clock.state()).isEqualTo(Finding.State.OK);
            assertThat(late.state()).isEqualTo(Finding.State.WARNING);
        }
    }

    @Test
    void refusesAPostgresThatWouldLoseData() {
        assertThat(PostgresCheck.found(14, "on", "on", "on", true).state()).isEqualTo(Finding.State.FAILURE);
        assertThat(PostgresCheck.found(17, "off", "on", "on", true).state()).isEqualTo(Finding.State.FAILURE);
        assertThat(PostgresCheck.found(17, "on", "on", "on", false).state()).isEqualTo(Finding.State.FAILURE);
    }

    @Test
    void looksAtARealBroker() throws Exception {
        try (BrokerServer server = new BrokerServer(folder, 97, Ports.free(), Ports.free(), List.of("APA"))) {
            Finding good = new BrokerCheck("vm://97", "aubette", server.password("aubette")).look();
            Finding wrong = new BrokerCheck("vm://97", "aubette", "wrong").look();

            assertThat(good.state()).isEqualTo(Finding.State.OK);
            assertThat(wrong.what().english()).contains("refuses the account");
        }
        assertThat(new BrokerCheck("tcp://127.0.0.1:" + Ports.free(), "aubette", "")
                        .look()
                        .state())
                .isEqualTo(Finding.State.FAILURE);
    }

    @Test
    void opensAMailbox() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            server.setUser("contact@example.org", "contact", "secret");
            Map<String, String> source = Map.ofEntries(
                    Map.entry("protocol", "imap"),
                    Map.entry("host", "127.0.0.1"),
                    Map.entry("port", Integer.toString(server.getImap().getPort())),
                    Map.entry("user", "contact"),
                    Map.entry("password", "secret"),
                    Map.entry("folder", "INBOX"),
                    Map.entry("idle", "true"),
                    Map.entry("delay", "10s"),
                    Map.entry("maxSize", "1000000"));

            assertThat(new MailboxCheck("contact", source).look().state()).isEqualTo(Finding.State.OK);
            assertThat(new MailboxCheck("contact", with(source, "password", "wrong"))
                            .look()
                            .what()
                            .english())
                    .contains("refuses user and password");
            assertThat(new MailboxCheck("contact", with(source, "folder", "Absent"))
                            .look()
                            .what()
                            .english())
                    .contains("Absent");
        } finally {
            server.stop();
        }
    }

    @Test
    void logsInToASwitchboard() throws Exception {
        try (DemoSwitchboard server = new DemoSwitchboard(0, "aubette", "secret", Clock.systemUTC())) {
            Map<String, String> source = Map.of(
                    "host", "127.0.0.1",
                    "port", Integer.toString(server.port()),
                    "user", "aubette",
                    "password", "secret");

            assertThat(new SwitchboardCheck(source).look().state()).isEqualTo(Finding.State.OK);
            assertThat(new SwitchboardCheck(with(source, "password", "wrong"))
                            .look()
                            .what()
                            .english())
                    .contains("refuses the account");
        }
    }

    @Test
    void knowsWhenNoSwitchboardAnswers() throws Exception {
        Map<String, String> source = Map.of("host", "127.0.0.1", "port", Integer.toString(Ports.free()));

        assertThat(new SwitchboardCheck(source).look().state()).isEqualTo(Finding.State.FAILURE);
    }

    @Test
    void triesADropFolderAndLeavesNothingInIt() throws Exception {
        assertThat(new FolderCheck(folder).look().state()).isEqualTo(Finding.State.OK);
        assertThat(new FolderCheck(folder.resolve("absent")).look().state()).isEqualTo(Finding.State.FAILURE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void missesTheReaderOfLettersAloud() throws Exception {
        assertThat(new TesseractCheck("no-such-program", "fra").look().state()).isEqualTo(Finding.State.WARNING);
    }

    @Test
    void measuresTheRoomLeft() throws Exception {
        assertThat(new DiskCheck(folder.resolve("not/yet"), 1).look().state()).isEqualTo(Finding.State.OK);
        assertThat(new DiskCheck(folder, Long.MAX_VALUE).look().state()).isEqualTo(Finding.State.WARNING);
    }

    @Test
    void findsATakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new PortCheck("server.port", taken.getLocalPort()).look().state())
                    .isEqualTo(Finding.State.FAILURE);
        }
        assertThat(new PortCheck("server.port", Ports.free()).look().state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void readsTheSourcesWithTheDefaultsOfTheirTemplates() throws Exception {
        Files.writeString(folder.resolve("channels.yaml"), """
                channels:
                  courrier: {kind: letter, folder: %s}
                  accueil: {kind: mail, host: mail.example.org, user: contact, password: secret}
                """.formatted(folder));
        HubEnvironment settings = HubEnvironment.read("--aubette.channels-file=" + folder.resolve("channels.yaml"));

        Map<String, Check> checks = ChannelChecks.of(settings, Path.of("routes"));

        assertThat(checks).containsOnlyKeys("letter courrier", "mail accueil");
        assertThat(((MailboxCheck) checks.get("mail accueil")).source()).containsEntry("port", "993");
    }

    @Test
    void givesUpOnACheckThatHangs() throws Exception {
        Check hangs = () -> {
            new java.util.concurrent.CountDownLatch(1).await();
            return Finding.ok("", "");
        };

        Map<String, Finding> findings = Examination.of(Map.of("hangs", hangs), Duration.ofMillis(50));

        assertThat(findings.get("hangs").state()).isEqualTo(Finding.State.FAILURE);
    }

    @Test
    void speaksTheLanguageOfTheTerminal() {
        assertThat(Doctor.speaksFrench(Map.of("LANG", "fr_FR.UTF-8"))).isTrue();
        assertThat(Doctor.speaksFrench(Map.of("LC_ALL", "C", "LANG", "fr_FR.UTF-8")))
                .isFalse();
    }

    private static Map<String, String> with(Map<String, String> source, String key, String value) {
        Map<String, String> changed = new java.util.HashMap<>(source);
        changed.put(key, value);
        return changed;
    }
}
