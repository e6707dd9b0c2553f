package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.ami.CallTruth;
import fr.aubette.ami.Recording;
import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.embedded.RecordedStream;
import fr.aubette.model.Phone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The line on the real client library, against a switchboard that plays what a real one sent. */
class PhoneLineTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();
    private DemoSwitchboard switchboard;
    private PhoneLine line;

    @BeforeEach
    void open() throws IOException {
        switchboard = new DemoSwitchboard(0, "aubette", "secret", CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        if (line != null) {
            line.close();
        }
        switchboard.close();
    }

    static Stream<Recording> recordings() {
        return Recording.NAMES.stream().map(Recording::of);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void handsOverEveryRecordedCall(Recording recording) throws IOException {
        listen();

        switchboard.play(recorded(recording.name()), 0);

        soon().untilAsserted(() -> CallTruth.expect(recording, taken.calls()));
        assertThat(taken.deliveries).hasValue(recording.truths().size());
    }

    @Test
    void noticesALinkThatFellSilent() throws IOException {
        listen();
        var first = line.state().connectedSince().orElseThrow();

        switchboard.freezeConnections();

        soon().until(() -> line.state().connectedSince().filter(first::isBefore).isPresent());
    }

    @Test
    void knowsCallsAgainThatWentOnWhileTheLinkWasLost() throws IOException {
        listen();
        RecordedStream call = recorded("a_queue_answered");
        int middle = call.chunks().size() / 2;
        call.chunks().subList(0, middle).forEach(chunk -> switchboard.send(chunk.bytes()));
        soon().until(() -> line.state().openCalls() == 1);

        switchboard.dropConnections();
        soon().until(() -> switchboard.listeners() == 1);
        call.chunks().subList(middle, call.chunks().size()).forEach(chunk -> switchboard.send(chunk.bytes()));

        Recording truth = Recording.of("a_queue_answered");
        soon().untilAsserted(() -> CallTruth.expect(truth, taken.calls()));
    }

    @Test
    void closesCallsThatEndedWhileTheLinkWasLost() throws IOException {
        listen();
        RecordedStream call = recorded("a_queue_answered");
        int middle = call.chunks().size() / 2;
        call.chunks().subList(0, middle).forEach(chunk -> switchboard.send(chunk.bytes()));
        soon().until(() -> line.state().openCalls() == 1);

        switchboard.freezeConnections();
        call.chunks().subList(middle, call.chunks().size()).forEach(chunk -> switchboard.happenUnheard(chunk.bytes()));

        soon().until(() -> taken.calls().size() == 1);
        assertThat(taken.calls().get(0).endedBy()).isEqualTo(Phone.EndedBy.UNSEEN);
    }

    @Test
    void learnsOfCallsThatBeganBeforeItListened() throws IOException {
        RecordedStream call = recorded("a_queue_answered");
        int middle = call.chunks().size() / 2;
        call.chunks().subList(0, middle).forEach(chunk -> switchboard.send(chunk.bytes()));
        listen();
        soon().until(() -> line.state().openCalls() == 1);

        call.chunks().subList(middle, call.chunks().size()).forEach(chunk -> switchboard.send(chunk.bytes()));

        soon().until(() -> taken.calls().size() == 1);
        assertThat(taken.calls().get(0).dialled()).isEqualTo("0147293000");
        assertThat(taken.calls().get(0).caller()).contains("0639980101");
    }

    @Test
    void keepsCallsWhileTheIntakeDoesNotTakeThem() throws IOException {
        taken.unavailable = true;
        listen();
        switchboard.play(recorded("l_overlapping"), 0);
        soon().until(() -> line.state().waiting() == 3 && taken.deliveries.get() > 1);
        assertThat(line.state().trouble()).isPresent();

        taken.unavailable = false;

        soon().until(() -> taken.items.size() == 3 && line.state().waiting() == 0);
        assertThat(line.state().trouble()).isEmpty();
    }

    @Test
    void handsOverAfterARestartWhatTheIntakeNeverTook() throws IOException {
        taken.unavailable = true;
        listen();
        switchboard.play(recorded("l_overlapping"), 0);
        soon().until(() -> line.state().waiting() == 3);
        line.close();

        taken.unavailable = false;
        listen();

        soon().until(() -> taken.items.size() == 3);
    }

    @Test
    void finishesAfterARestartACallThatWasGoingOn() throws IOException {
        listen();
        RecordedStream call = recorded("f_attended_transfer");
        int middle = call.chunks().size() / 2;
        call.chunks().subList(0, middle).forEach(chunk -> switchboard.send(chunk.bytes()));
        soon().until(() -> line.state().openCalls() > 0);
        line.close();
        tearLastLine();

        listen();
        call.chunks().subList(middle, call.chunks().size()).forEach(chunk -> switchboard.send(chunk.bytes()));

        Recording truth = Recording.of("f_attended_transfer");
        soon().untilAsserted(() -> CallTruth.expect(truth, taken.calls()));
        assertThat(taken.deliveries).hasValue(1);
    }

    @Test
    void handsOverOnceWhatItHandedOverBeforeARestart() throws IOException {
        listen();
        switchboard.play(recorded("a_queue_answered"), 0);
        soon().until(() -> taken.items.size() == 1);
        line.close();

        listen();
        switchboard.play(recorded("l_overlapping"), 0);

        soon().until(() -> taken.items.size() == 4);
        assertThat(taken.deliveries).hasValue(4);
    }

    @Test
    void forgetsItsJournalWhenEveryCallIsHandedOver() throws IOException {
        listen();
        switchboard.play(recorded("n_burst"), 0);
        soon().until(() -> taken.items.size() == 200);

        soon().untilAsserted(() -> assertThat(bytesKept()).isLessThan(4 * 64 * 1024L));
    }

    @Test
    void saysWhyItIsNotConnected() throws IOException {
        line = PhoneLine.start(settings("wrong"), taken, CLOCK);

        soon().until(() -> line.state().trouble().orElse("").contains("refuses user aubette"));
        assertThat(line.state().connectedSince()).isEmpty();
    }

    @Test
    void leavesNoThreadBehindALostConnection() throws IOException {
        listen();
        for (int i = 0; i < 10; i++) {
            Instant since = line.state().connectedSince().orElseThrow();
            switchboard.dropConnections();
            soon().until(() ->
                    line.state().connectedSince().filter(since::isBefore).isPresent());
        }

        soon().untilAsserted(() -> assertThat(libraryThreads()).hasSizeLessThan(4));
    }

    @Test
    void leavesNoThreadBehindARefusedLogin() throws IOException {
        line = PhoneLine.start(settings("wrong"), taken, CLOCK);
        soon().until(() -> line.state().trouble().orElse("").contains("refuses user aubette"));

        soon().until(() -> switchboard.refusedLogins() > 8);

        soon().untilAsserted(() -> assertThat(libraryThreads()).hasSizeLessThan(4));
    }

    @Test
    void playsRecordedCallsAsNewOnes() throws IOException {
        listen();
        RecordedStream call = RecordedStream.ofResource("demo/cti/a_queue_answered");

        switchboard.playAsNew(call, 0);
        switchboard.playAsNew(call, 0);

        soon().until(() -> taken.items.size() == 2);
        assertThat(taken.calls()).allSatisfy(told -> {
            assertThat(told.outcome()).isEqualTo(Phone.Outcome.ANSWERED);
            assertThat(told.talking()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        });
        assertThat(taken.items.values())
                .allSatisfy(item ->
                        assertThat(item.receivedAt()).isAfter(CLOCK.instant().minusSeconds(60)));
    }

    private void listen() throws IOException {
        line = PhoneLine.start(settings("secret"), taken, CLOCK);
        soon().until(() -> line.state().connectedSince().isPresent()
                && line.state().trouble().isEmpty());
    }

    private LineSettings settings(String password) {
        return Lines.quick("standard", "127.0.0.1", switchboard.port(), password, folder);
    }

    /** Without the library's event threads: they look once a minute whether they are still wanted. */
    private static List<String> libraryThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Asterisk-Java") && !name.endsWith("AsyncEventPump"))
                .toList();
    }

    private long bytesKept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void tearLastLine() throws IOException {
        Path last = new Segments(folder).all().lastEntry().getValue();
        Files.write(
                last,
                "Event: Hangup\r\nUniqueid: cd92rig-1795305856.11\r\nLinke".getBytes(StandardCharsets.US_ASCII),
                java.nio.file.StandardOpenOption.APPEND);
    }

    static RecordedStream recorded(String name) throws IOException {
        return RecordedStream.of(
                Recording.bytes(name + ".ami"),
                new String(Recording.bytes(name + ".timing.jsonl"), StandardCharsets.US_ASCII));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
