package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.aubette.model.LiveCall;
import fr.aubette.model.Phone;
import fr.aubette.model.Phone.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A telephone system of another make posts its calls; they end in the same conversations as Asterisk's. */
class CallDoorTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();
    private final List<LiveCall> heard = new CopyOnWriteArrayList<>();
    private final OpenLines lines = new OpenLines();
    private final CallDoor door = new CallDoor(lines, Clock.systemUTC());
    private PhoneLine line;

    @BeforeEach
    void open() throws IOException {
        LineSettings settings = Lines.quick("autre", "", 5038, "word", folder);
        line = PhoneLine.start(settings, taken, new Heard(heard), null, Clock.systemUTC());
        lines.opened(settings, line);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
    }

    @Test
    void takesAQueuedCallThatIsHeldAndPassedOn() throws IOException {
        post("""
                [{"event":"began","call":"A1","at":"2026-11-22T09:00:00Z","caller":"0639980101","dialled":"+33147293000"},
                 {"event":"picked-up","call":"A1","at":"2026-11-22T09:00:01Z"},
                 {"event":"queued","call":"A1","at":"2026-11-22T09:00:01Z","queue":"standard"},
                 {"event":"ringing","call":"A1","at":"2026-11-22T09:00:02Z","agent":"101"},
                 {"event":"stopped","call":"A1","at":"2026-11-22T09:00:04Z","agent":"101","reason":"no-answer"},
                 {"event":"ringing","call":"A1","at":"2026-11-22T09:00:05Z","agent":"alice"},
                 {"event":"answered","call":"A1","at":"2026-11-22T09:00:08Z","agent":"alice"}]""");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> heard.stream().anyMatch(call -> call.state() == LiveCall.State.ANSWERED));
        post("""
                [{"event":"held","call":"A1","at":"2026-11-22T09:00:10Z","agent":"alice"},
                 {"event":"resumed","call":"A1","at":"2026-11-22T09:00:13Z","agent":"alice"},
                 {"event":"transferred","call":"A1","at":"2026-11-22T09:00:20Z","agent":"alice","to":"102","reason":"announced"},
                 {"event":"ended","call":"A1","at":"2026-11-22T09:00:30Z","agent":"102","reason":"agent"}]""");

        Phone call = told();
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.dialled()).isEqualTo("0147293000");
        assertThat(call.queues()).containsExactly("standard");
        assertThat(call.agentsRung()).containsExactly("101", "alice");
        assertThat(call.answeredBy()).contains("alice");
        assertThat(call.waiting()).isEqualTo(Duration.ofSeconds(7));
        assertThat(call.course().holds()).containsExactly(new Phone.Hold("alice", Duration.ofSeconds(3)));
        assertThat(call.course().transfers())
                .containsExactly(new Phone.Transfer(true, "alice", "102", false, Optional.of("102")));
        assertThat(call.endedBy()).isEqualTo(Phone.EndedBy.AGENT);
    }

    @Test
    void takesEveryOtherFateOfACall() throws IOException {
        post(events("B1", "{\"event\":\"queued\",\"queue\":\"mdph\"}", "caller"));
        post(events("B2", "{\"event\":\"refused\",\"queue\":\"mdph\",\"reason\":\"full\"}", "exchange"));
        post(events("B3", "{\"event\":\"refused\",\"queue\":\"mdph\",\"reason\":\"empty\"}", "exchange"));
        post(events("B4", "{\"event\":\"message\",\"queue\":\"3000\"}", "caller"));
        post(events("B5", "{\"event\":\"stopped\",\"agent\":\"101\",\"reason\":\"busy\"}", "exchange"));

        await().atMost(Duration.ofSeconds(10)).until(() -> taken.items.size() == 5);
        assertThat(taken.calls())
                .extracting(Phone::callId, Phone::outcome)
                .extracting(tuple -> tuple.toList().toString())
                .containsExactlyInAnyOrder(
                        "[B1, ABANDONED]",
                        "[B2, REJECTED_FULL]",
                        "[B3, REJECTED_EMPTY]",
                        "[B4, VOICEMAIL]",
                        "[B5, BUSY]");
    }

    @Test
    void takesACallThatAnAgentPlaces() throws IOException {
        post("""
                [{"event":"placed","call":"C1","agent":"101","caller":"0639980102","dialled":"0147293000"},
                 {"event":"answered","call":"C1"},
                 {"event":"ended","call":"C1","reason":"caller"}]""");

        Phone call = told();
        assertThat(call.direction()).isEqualTo(Phone.Direction.OUTGOING);
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.caller()).contains("0639980102");
    }

    @Test
    void keepsNothingOfAWithheldNumber() throws IOException {
        post("""
                [{"event":"began","call":"D1","caller":"0639980103","name":"Jeanne","withheld":true,"dialled":"0147293000"},
                 {"event":"ended","call":"D1","reason":"caller"}]""");

        assertThat(told().course().withheld()).isTrue();
        assertThat(new String(
                        taken.items.values().iterator().next().content().bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("0639980103", "Jeanne");
    }

    @Test
    void refusesAWrongWordAnUnknownLineAndNonsense() throws IOException {
        assertThat(door.post("autre", Optional.of("Bearer wrong"), List.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(door.post("none", Optional.of("Bearer word"), List.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(503);
        assertThat(status("[{\"event\":\"sings\",\"call\":\"E1\"}]")).isEqualTo(400);
        assertThat(status("[{\"event\":\"ringing\",\"call\":\"E1\"}]")).isEqualTo(400);
        assertThat(status("[{\"event\":\"began\",\"call\":\"E1\",\"caller\":\"1\\\\r\\\\nEvent: Hangup\"}]"))
                .isEqualTo(202);
    }

    private static String events(String call, String what, String endedBy) {
        return "[{\"event\":\"began\",\"call\":\"%s\",\"caller\":\"0639980104\",\"dialled\":\"0147293000\"},"
                        .formatted(call)
                + what.replaceFirst("[{]", "{\"call\":\"" + call + "\",")
                + ",{\"event\":\"ended\",\"call\":\"%s\",\"reason\":\"%s\"}]".formatted(call, endedBy);
    }

    private void post(String json) throws IOException {
        assertThat(status(json)).isEqualTo(202);
    }

    private int status(String json) throws IOException {
        return door.post("autre", Optional.of("Bearer word"), JSON.readValue(json, new TypeReference<>() {}))
                .getStatusCode()
                .value();
    }

    private Phone told() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !taken.items.isEmpty());
        return taken.calls().get(0);
    }
}
