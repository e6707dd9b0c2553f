package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.ami.CallTruth;
import fr.aubette.ami.Recording;
import fr.aubette.model.CallListener;
import fr.aubette.model.CallSound;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import fr.aubette.model.Phone;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Listens to a real Asterisk while telephones call through it, with the account that docs/channels/phone.md gives. It
 * is played by {@code src/test/asterisk/play.sh}; where no exchange is installed it says so, loudly, and is left out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealExchangeIT {

    private static final Path RIG = Path.of("src/test/asterisk/asterisk-rig.sh").toAbsolutePath();
    private static final String WORK = String.valueOf(System.getenv().getOrDefault("CTI_RIG_WORK", ""));
    private static final int PORT = 5038;

    @TempDir
    Path folder;

    private final List<LiveCall.State> heard = new CopyOnWriteArrayList<>();
    private final List<LiveCall> calls = new CopyOnWriteArrayList<>();
    private final TakenCalls taken = new TakenCalls();
    private final SoundBox sounds = new SoundBox();
    private CutLink link;
    private PhoneLine line;

    @BeforeAll
    void start() throws Exception {
        if (WORK.isEmpty()) {
            System.err.println("*****************************************************************************");
            System.err.println("*** NOT TESTED against a real Asterisk: none is installed on this machine. ***");
            System.err.println("*** Install and play it with: src/test/asterisk/play.sh                    ***");
            System.err.println("*****************************************************************************");
        }
        Assumptions.assumeFalse(WORK.isEmpty(), "no Asterisk is installed here");
        assertThat(Path.of(WORK, "root", ".rig-ok"))
                .as("what play.sh has installed")
                .exists();
        rig("start");
    }

    @AfterAll
    void stop() throws Exception {
        if (!WORK.isEmpty()) {
            rig("stop");
        }
    }

    @BeforeEach
    void listen() throws IOException {
        listen(SoundSpec.NONE);
    }

    private void listen(SoundSpec spec) throws IOException {
        taken.items.clear();
        heard.clear();
        calls.clear();
        sounds.kept.clear();
        link = new CutLink(PORT);
        Path journal = Files.createTempDirectory(folder, "journal");
        LineSettings settings = Lines.steady("127.0.0.1", link.port(), "cti-rig-secret", journal, spec, false);
        line = PhoneLine.start(settings, taken, new Heard(), sounds, Clock.systemUTC());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> line.state().connectedSince().isPresent()
                        && line.state().trouble().isEmpty());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        link.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_queue_answered",
                "b_abandoned_ringing",
                "c_noanswer_voicemail",
                "e_blind_transfer_to_agent",
                "f_attended_transfer",
                "k_click_to_call",
                "l_overlapping",
                "p_rejected_empty"
            })
    void tellsWhatTheTelephonesSay(String scene) throws Exception {
        rig("call", scene);

        expect(scene);
    }

    @Test
    void knowsACallAgainWhenTheLinkWasCutInItsMiddle() throws Exception {
        Process scene = begin("call", "w_long_talk");
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains(LiveCall.State.ANSWERED));

        link.cutFor(Duration.ofSeconds(20));
        await().atMost(Duration.ofSeconds(3))
                .until(() -> line.state().connectedSince().isEmpty());
        end(scene);

        await().atMost(Duration.ofSeconds(20)).until(() -> taken.items.size() == 1);
        Phone call = taken.calls().get(0);
        assertThat(call.outcome()).isEqualTo(Phone.Outcome.ANSWERED);
        assertThat(call.answeredBy()).contains("101");
        assertThat(call.talking()).isGreaterThan(Duration.ofSeconds(25));
        assertThat(call.endedBy()).isEqualTo(Phone.EndedBy.CALLER);
        assertThat(line.state().openCalls()).isZero();
    }

    @Test
    void fetchesTheMessageThatACitizenLeavesFromTheFolderAndFromTheMail() throws Exception {
        Path spool = Path.of(WORK, "root", "rig", "spool");
        close();
        listen(SoundSpec.of(spool.resolve("voicemail").toString(), "", ""));

        rig("call", "c_noanswer_voicemail");

        await().atMost(Duration.ofSeconds(20)).until(() -> sounds.kept.size() == 1 && taken.items.size() == 1);
        CallSound sound = sounds.kept.values().iterator().next();
        RawItem call = taken.items.values().iterator().next();
        assertThat(new String(call.content().bytes(), StandardCharsets.UTF_8))
                .contains("Channel: " + sound.channel() + "\r\n");
        Phone told = taken.calls().get(0);
        assertThat(sound.mailbox())
                .isEqualTo(told.course().message().orElseThrow().mailbox());
        assertThat(sound.at()).isBetween(call.receivedAt(), call.receivedAt().plus(told.total()));
        assertThat(sounds.fromMail(spool.resolve("mail")))
                .isEqualTo(sound.content().bytes());
    }

    @Test
    void fetchesTheRecordingOfAQueueThatIsRecorded() throws Exception {
        Path monitor = Path.of(WORK, "root", "rig", "spool", "monitor");
        close();
        listen(SoundSpec.of("", monitor.toString(), "enregistree"));

        rig("call", "x_recorded");

        await().atMost(Duration.ofSeconds(20)).until(() -> sounds.kept.size() == 1 && taken.items.size() == 1);
        CallSound sound = sounds.kept.values().iterator().next();
        assertThat(taken.items).containsKey("cd92rig/" + sound.conversation().orElseThrow());
        assertThat(sound.lasted()).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void hasTheExchangePassACallOn() throws Exception {
        Process scene = begin("call", "a_queue_answered");
        await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains(LiveCall.State.ANSWERED));
        LiveCall answered = calls.stream()
                .filter(each -> each.state() == LiveCall.State.ANSWERED)
                .findFirst()
                .orElseThrow();

        assertThat(line.passOn(answered.conversation(), "199", "102")).isFalse();
        assertThat(line.passOn(answered.conversation(), answered.agent().orElseThrow(), "102"))
                .isTrue();

        await().atMost(Duration.ofSeconds(60)).until(() -> taken.items.size() == 1);
        assertThat(taken.calls().get(0).course().transfers()).hasSize(1);
        scene.destroy();
    }

    @Test
    void leavesNothingOpenWhenTheExchangeDies() throws Exception {
        rig("call", "m3_pbx_killed");

        await().atMost(Duration.ofSeconds(30)).until(() -> taken.items.size() == 1);
        assertThat(taken.calls().get(0).outcome()).isEqualTo(Phone.Outcome.LOST_PBX_FAILURE);
        await().atMost(Duration.ofSeconds(20)).until(() -> line.state().openCalls() == 0);
    }

    private void expect(String scene) throws IOException {
        List<com.fasterxml.jackson.databind.JsonNode> truths = new ArrayList<>();
        new ObjectMapper()
                .readTree(Path.of(WORK, "out", scene + ".expected.json").toFile())
                .get("contacts")
                .forEach(truths::add);
        Recording recording = new Recording(scene, new byte[0], truths);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> CallTruth.expect(recording, taken.calls()));
    }

    private static void rig(String... words) throws Exception {
        end(begin(words));
    }

    private static Process begin(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", RIG.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process scene) throws InterruptedException {
        assertThat(scene.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(scene.exitValue()).isZero();
    }

    private final class Heard implements CallListener {
        @Override
        public void heard(LiveCall call) {
            calls.add(call);
            heard.add(call.state());
        }

        @Override
        public void heard(LiveMember member) {}

        @Override
        public void connected(String line, boolean connected) {}
    }
}
