package fr.aubette.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.embedded.RecordedStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms posted by HTTP and calls through a switchboard, at an even pace, and how long each took. */
final class LiveChannels implements AutoCloseable {

    private static final RecordedStream CALL = RecordedStream.ofResource(DemoSwitchboard.CALLS.get(0));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 400;

    private final DemoSwitchboard exchange;
    private final HttpClient client = HttpClient.newHttpClient();
    private int calls;
    private int posts;

    LiveChannels() throws IOException {
        this.exchange = new DemoSwitchboard(0, "bench", "bench", Clock.systemUTC());
    }

    int port() {
        return exchange.port();
    }

    /** Milliseconds, the middle one and the worst of twenty: until a form is answered, and until each is a ticket. */
    record Took(double[] form, double[] formTicket, double[] callTicket, int forms, int calls) {}

    /** Feeds until told to stop, or for so many forms. */
    Took feed(int http, JdbcClient jdbc, int forms, java.util.function.BooleanSupplier stop) throws Exception {
        return feed(http, jdbc, forms, stop, PAUSE_MILLIS, 2);
    }

    /** So many forms, and some calls, as fast as the hub takes them: it then does its work as after a morning. */
    void warm(int http, JdbcClient jdbc, int forms) throws Exception {
        feed(http, jdbc, forms, () -> false, 0, 10);
    }

    private Took feed(
            int http, JdbcClient jdbc, int forms, java.util.function.BooleanSupplier stop, long pause, int formsACall)
            throws Exception {
        Instant since = Instant.now();
        List<Double> answers = new CopyOnWriteArrayList<>();
        while (answers.size() < forms && !stop.getAsBoolean()) {
            answers.add(post(http));
            if (answers.size() % formsACall == 0) {
                call();
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (pending(jdbc) && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double[] calls = tickets(jdbc, "phone", since);
        return new Took(
                middleAndWorst(answers.stream().mapToDouble(each -> each).toArray()),
                middleAndWorst(tickets(jdbc, "form", since)),
                middleAndWorst(calls),
                answers.size(),
                calls.length);
    }

    private static boolean pending(JdbcClient jdbc) {
        return jdbc.sql("select exists (select 1 from intake where outcome is null and channel <> 'letter')")
                .query(Boolean.class)
                .single();
    }

    /** Each from somebody else about another road: one ticket of a thousand reports would be another measure. */
    private double post(int http) throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        String name = token.replaceAll("[^a-f]", "");
        String body = JSON.writeValueAsString(Map.of(
                "token",
                token,
                "nom",
                "Renard" + name,
                "prenom",
                "Camille",
                "courriel",
                name + "@example.org",
                "objet",
                "Nid-de-poule",
                "message",
                "Un nid-de-poule sur la route départementale " + (1 + ++posts % 900) + "."));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/formulaires/contact"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 202) {
            throw new IOException("the form is answered with " + status);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void call() {
        for (RecordedStream.Chunk chunk : CALL.at(Instant.now(), ++calls).chunks()) {
            exchange.send(new String(chunk.bytes(), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static double[] tickets(JdbcClient jdbc, String channel, Instant since) {
        return jdbc
                .sql("select extract(epoch from ended_at - taken_at) * 1000 from intake"
                        + " where channel = ? and ended_at is not null and taken_at >= ?")
                .params(channel, java.sql.Timestamp.from(since))
                .query(Double.class)
                .list()
                .stream()
                .mapToDouble(each -> each)
                .toArray();
    }

    private static double[] middleAndWorst(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? new double[] {Double.NaN, Double.NaN}
                : new double[] {sorted[sorted.length / 2], sorted[(int) (0.95 * (sorted.length - 1))]};
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
