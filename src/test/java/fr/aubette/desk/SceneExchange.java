package fr.aubette.desk;

import static org.awaitility.Awaitility.await;

import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.hub.SceneItems;
import fr.aubette.hub.SceneRoute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** An exchange to which the hub listens by its own route; its calls are a recorded one, told step by step. */
final class SceneExchange implements AutoCloseable {

    private static final String USER = "aubette";
    private static final Pattern STAMP = Pattern.compile("Timestamp: (\\d+)");
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9]+-(\\d{10}\\.\\d+)");

    private static final Pattern LINKED = Pattern.compile("Linkedid: (\\S+)");

    private final DemoSwitchboard exchange;
    private final SceneRoute route;
    private int calls;

    SceneExchange(CamelContext camel, Path journal) throws Exception {
        exchange = new DemoSwitchboard(0, USER, USER, Clock.systemUTC());
        route = SceneRoute.open(
                camel,
                "receive-phone",
                "standard",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(exchange.port()),
                        "user",
                        USER,
                        "password",
                        USER,
                        "journal",
                        journal.toString(),
                        "grace",
                        "300ms"));
        await().atMost(SceneItems.SOON).until(() -> exchange.listeners() == 1);
    }

    /** A call that waits in the queue and then rings at the telephone 101. */
    Call calls(String number, Instant at) throws IOException {
        Call call = new Call(recorded("scene" + ++calls, number, at));
        call.until(block -> block.contains("\nChannel: PJSIP/101-") && block.contains("\nChannelState: 6"));
        return call;
    }

    /** The recorded call with this number, at this moment, with channels of its own. */
    private String recorded(String name, String number, Instant at) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SceneExchange.class.getResourceAsStream("/demo/cti/a_queue_answered.ami"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("0639980101", number)
                    .replaceAll("(PJSIP/[a-z0-9]+)-0000000", "$1-0000" + calls + "00")
                    .replaceAll("SystemName: .*\r\n", "");
            Matcher first = STAMP.matcher(text);
            long by = first.find() ? at.getEpochSecond() - Long.parseLong(first.group(1)) : 0;
            String moved =
                    STAMP.matcher(text).replaceAll(stamp -> "Timestamp: " + (Long.parseLong(stamp.group(1)) + by));
            return IDENTITY.matcher(moved).replaceAll(name + "-$1");
        }
    }

    /** A call, and what the exchange has yet to tell of it. */
    final class Call {

        private final Deque<String> rest = new ArrayDeque<>();
        private final String conversation;

        private Call(String text) {
            Stream.of(text.split("(?<=\r\n\r\n)"))
                    .filter(block -> block.startsWith("Event:"))
                    .forEach(rest::add);
            Matcher first = LINKED.matcher(text);
            conversation = first.find() ? first.group(1) : "";
        }

        String conversation() {
            return conversation;
        }

        void isAnswered() {
            until(block -> block.startsWith("Event: HangupRequest"));
        }

        void ends() {
            until(block -> false);
        }

        private void until(Predicate<String> next) {
            while (!rest.isEmpty() && !next.test(rest.element())) {
                exchange.send(rest.remove().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Override
    public void close() throws Exception {
        route.close();
        exchange.close();
    }
}
