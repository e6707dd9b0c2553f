package fr.aubette.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.aubette.intake.FileContentStore;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@link Books} out of a hub that runs, and empties the directorates' queues as their own software would. */
final class BooksReader {

    /** Letters and digits only, so that it comes through every channel unchanged. */
    static final Pattern MARKER = Pattern.compile("AUB\\d+X[A-Z]+X\\d+Z");

    private static final int SILENCE_MILLIS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubProcess hub;
    private final JdbcClient jdbc;
    private final FileContentStore contents;
    private final List<String> told = new ArrayList<>();

    BooksReader(HubProcess hub) throws IOException {
        this.hub = hub;
        this.jdbc = JdbcClient.create(hub.database());
        this.contents = new FileContentStore(Path.of(hub.setting("aubette.content-dir")));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Whether all that was taken has its outcome and all that must be told was sent. */
    boolean settled() {
        return inFlight() == 0 && count("select count(*) from outbox") == 0;
    }

    private long inFlight() {
        return count("select count(*) from intake where outcome is null");
    }

    Books read() throws IOException, JMSException {
        drain();
        return new Books(
                jdbc.sql("""
                        select i.id, i.channel, i.reference, i.sha256, coalesce(i.outcome, '') as outcome,
                               count(distinct c.id) as contacts,
                               coalesce(array_agg(t.number || ' ' || c.id) filter (where t.id is not null), '{}') as links,
                               coalesce(array_agg(t.number || ' ' || c.id) filter (where t.directorate <> all(:console)), '{}')
                                   as to_tell
                        from intake i left join contact c on c.intake_id = i.id
                        left join ticket_contact tc on tc.contact_id = c.id left join ticket t on t.id = tc.ticket_id
                        group by i.id
                        """)
                        .param("console", consoleOnly())
                        .query((row, n) -> row(row))
                        .list(),
                List.copyOf(told),
                inFlight(),
                count("select coalesce(sum(case what when 'taken' then n else -n end), 0) from equation"),
                texts("""
                        select t.number from ticket t left join ticket_event e on e.ticket_id = t.id
                        group by t.number
                        having count(e.seq) = 0 or min(e.seq) <> 1 or max(e.seq) <> count(e.seq)
                        """),
                texts("""
                        select k.kind || ' ' || k.value from identity_key k join citizen c on c.id = k.citizen_id
                        group by k.kind, k.value, c.last_name, c.first_name having count(*) > 1
                        """),
                count("select count(*) from outbox"));
    }

    private Books.Row row(ResultSet row) throws SQLException {
        Set<String> markers = new HashSet<>();
        find(row.getString("reference"), markers);
        try {
            byte[] bytes = contents.find(row.getString("sha256")).bytes();
            find(new String(bytes, StandardCharsets.ISO_8859_1), markers);
        } catch (IOException e) {
            markers.add("BYTES MISSING");
        }
        return new Books.Row(
                row.getString("id"),
                row.getString("channel"),
                markers,
                row.getString("outcome"),
                row.getInt("contacts"),
                Arrays.asList((String[]) row.getArray("links").getArray()),
                Arrays.asList((String[]) row.getArray("to_tell").getArray()));
    }

    private static void find(String text, Set<String> markers) {
        Matcher matcher = MARKER.matcher(text);
        while (matcher.find()) {
            markers.add(matcher.group());
        }
    }

    /** Directorates without a queue: their agents work in the console. */
    private static String[] consoleOnly() throws IOException {
        JsonNode file = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("config/directorates.yaml").toFile());
        return file.path("directorates").properties().stream()
                .filter(each -> each.getValue().path("takes").asText().equals("console"))
                .map(java.util.Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** Takes all messages, each directorate under its own account, by AMQP. */
    private void drain() throws IOException, JMSException {
        for (String directorate : jdbc.sql("select distinct directorate from ticket where directorate <> all(:console)")
                .param("console", consoleOnly())
                .query(String.class)
                .list()) {
            drain(directorate);
        }
    }

    private void drain(String directorate) throws IOException, JMSException {
        try (Connection connection = hub.amqp(directorate).createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageConsumer queue =
                        session.createConsumer(session.createQueue("aubette.directorate." + directorate))) {
            connection.start();
            for (Message each = queue.receive(SILENCE_MILLIS); each != null; each = queue.receive(SILENCE_MILLIS)) {
                JsonNode body = JSON.readTree(((TextMessage) each).getText());
                told.add(body.path("ticket").asText() + " "
                        + body.path("contact").asText());
            }
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
