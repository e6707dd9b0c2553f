package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.ami.CallFold;
import fr.aubette.ami.Conversation;
import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.model.LiveCall;
import fr.aubette.model.Phone;
import fr.aubette.model.Phone.EndedBy;
import fr.aubette.model.Phone.Outcome;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two exchanges at once that nobody told apart: the same system name, the same identities and names of channels. In the
 * north an agent answers; in the south the citizen gives up.
 */
class SeveralExchangesTest {

    private static final Pattern ID = Pattern.compile("cd92rig-\\d{10}\\.\\d+");
    private static final Pattern CHANNEL = Pattern.compile("(?<=-)[0-9a-f]{8}\\b");

    private static final List<String> NORTH = blocks("a_queue_answered", "a_queue_answered");
    private static final List<String> SOUTH = blocks("b_abandoned_ringing", "a_queue_answered");

    @TempDir
    Path folder;

    private final Map<String, RawItem> taken = new ConcurrentHashMap<>();
    private final List<LiveCall> heard = new CopyOnWriteArrayList<>();
    private DemoSwitchboard north;
    private DemoSwitchboard south;
    private PhoneLine northern;
    private PhoneLine southern;

    @BeforeEach
    void open() throws IOException {
        north = new DemoSwitchboard(0, "aubette", "secret", Clock.systemUTC());
        south = new DemoSwitchboard(0, "aubette", "secret", Clock.systemUTC());
        northern = listen("nord", north);
        southern = listen("sud", south);
    }

    @AfterEach
    void close() throws IOException {
        northern.close();
        southern.close();
        north.close();
        south.close();
    }

    @Test
    void areNeverMixed() {
        for (int i = 0; i < Math.max(NORTH.size(), SOUTH.size()); i++) {
            send(north, NORTH, i, i + 1);
            send(south, SOUTH, i, i + 1);
        }

        soon().until(() -> taken.size() == 2);
        assertThat(told("nord").outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(told("nord").caller()).contains("0639980101");
        assertThat(told("nord").answeredBy()).contains("101");
        assertThat(told("sud").outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(told("sud").caller()).contains("0639980103");
        assertThat(told("sud").answeredBy()).isEmpty();
        assertThat(told("nord").callId()).isEqualTo(told("sud").callId());
        assertThat(heard.stream().filter(each -> each.line().equals("sud")))
                .isNotEmpty()
                .allMatch(each ->
                        each.talking().isEmpty() && each.party().orElse("").equals("0639980103"));
    }

    @Test
    void goOnWhenOneIsCutAndComesBackWithoutItsCall() {
        send(north, NORTH, 0, NORTH.size() / 2);
        send(south, SOUTH, 0, SOUTH.size() / 2);
        soon().until(() -> northern.state().openCalls() == 1 && southern.state().openCalls() == 1);

        north.freezeConnections();
        NORTH.subList(NORTH.size() / 2, NORTH.size()).forEach(block -> north.happenUnheard(bytes(block)));
        soon().until(() -> taken.containsKey("nord"));

        assertThat(told("nord").endedBy()).isEqualTo(EndedBy.UNSEEN);
        assertThat(southern.state().openCalls()).as("calls of the other one").isEqualTo(1);
        assertThat(southern.state().trouble()).isEmpty();
        assertThat(taken).doesNotContainKey("sud");
        send(south, SOUTH, SOUTH.size() / 2, SOUTH.size());
        soon().until(() -> taken.containsKey("sud"));
        assertThat(told("sud").outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(told("sud").endedBy()).isEqualTo(EndedBy.CALLER);
    }

    @Test
    void handOverTheCallsOfTheOneWhileTheOtherIsGone() throws IOException {
        north.close();
        soon().until(() -> northern.state().trouble().isPresent());

        send(south, SOUTH, 0, SOUTH.size());

        soon().until(() -> taken.containsKey("sud"));
        assertThat(southern.state().trouble()).isEmpty();
        assertThat(northern.state().connectedSince()).isEmpty();
    }

    private PhoneLine listen(String name, DemoSwitchboard exchange) throws IOException {
        Path journal = Files.createDirectories(folder.resolve(name));
        LineSettings settings = Lines.quick(name, "127.0.0.1", exchange.port(), "secret", journal);
        PhoneLine line = PhoneLine.start(
                settings, call -> taken.put(call.source(), call), new Heard(heard), null, Clock.systemUTC());
        soon().until(() -> line.state().connectedSince().isPresent()
                && line.state().trouble().isEmpty());
        return line;
    }

    private Phone told(String line) {
        RawItem item = taken.get(line);
        try {
            return CallFold.of(item.content().bytes(), item.facts().get(Conversation.CALL_FACT), item.receivedAt())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(DemoSwitchboard exchange, List<String> blocks, int from, int to) {
        blocks.subList(Math.min(from, blocks.size()), Math.min(to, blocks.size()))
                .forEach(block -> exchange.send(bytes(block)));
    }

    /** The events of a recording, with the identities and the names of channels of another one. */
    private static List<String> blocks(String recording, String identitiesOf) {
        String text = events(recording);
        String other = events(identitiesOf);
        for (Pattern each : List.of(ID, CHANNEL)) {
            List<String> own = all(each, text);
            List<String> theirs = all(each, other);
            text = each.matcher(text).replaceAll(found -> {
                int nth = own.indexOf(found.group());
                return nth < theirs.size() ? theirs.get(nth) : found.group();
            });
        }
        return List.of(text.split("(?<=\r\n\r\n)"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return new ArrayList<>(new LinkedHashSet<>(
                pattern.matcher(text).results().map(MatchResult::group).toList()));
    }

    private static String events(String recording) {
        try {
            StringBuilder events = new StringBuilder();
            PhoneLineTest.recorded(recording)
                    .chunks()
                    .forEach(chunk -> events.append(new String(chunk.bytes(), StandardCharsets.ISO_8859_1)));
            return events.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String block) {
        return block.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
