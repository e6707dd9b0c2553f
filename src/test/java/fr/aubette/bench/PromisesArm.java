package fr.aubette.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Content;
import fr.aubette.outbox.Bell;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The hub's promises kept by hand, and nothing decided: the raw bytes synced and one row committed before the source is
 * told, a durable message, an attempt counted, one transaction with the very rows that the hub writes for such an item,
 * two durable messages more. No framework, no look-up of anybody, no rule, no foreign key. What the hub costs beyond it
 * is what deciding and its own code cost; what this costs beyond the ceiling is what the promises cost, whoever keeps
 * them.
 */
final class PromisesArm implements Arm, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "promises";

    private static final String ATTEMPT = """
            with quickly as (select set_config('synchronous_commit', 'off', true))
            update promises.intake set attempts = attempts + 1 from quickly where id = ? returning sha256
            """;
    private static final String CLAIM = "select 1 from promises.intake where id = ? and outcome is null for update";
    private static final String END = "update promises.intake set outcome = 'opened', ended_at = now() where id = ?";
    private static final String WAITING = """
            select exists (select 1 from promises.intake where outcome is null) or exists (select 1 from outbox)
            """;

    private final ContentStore store;
    private final Bell bell;
    private final Footprint footprint;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final jakarta.jms.Connection broker;
    private final List<Thread> consumers = new ArrayList<>();
    private volatile @Nullable Exception failure;

    /** @param queue which nobody reads but this */
    PromisesArm(
            DataSource database,
            ConnectionFactory factory,
            ContentStore store,
            Bell bell,
            Footprint footprint,
            String queue,
            int readers)
            throws SQLException, JMSException {
        this.store = store;
        this.bell = bell;
        this.footprint = footprint;
        for (int thread = 0; thread < Crowd.THREADS + readers; thread++) {
            connections.add(database.getConnection());
        }
        footprint.makeTables(connections.element(), SCHEMA);
        broker = factory.createConnection();
        broker.start();
        for (int number = 0; number < readers; number++) {
            Thread consumer = new Thread(() -> consume(queue), "promises-" + number);
            consumer.setDaemon(true);
            consumer.start();
            consumers.add(consumer);
        }
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public void run(int items) throws Exception {
        Crowd.send(items, this::take);
        while (waiting()) {
            TimeUnit.MILLISECONDS.sleep(5);
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private boolean waiting() throws SQLException, InterruptedException {
        Connection connection = connections.take();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getBoolean(1);
        } finally {
            connections.add(connection);
        }
    }

    private void take(String reference, byte[] bytes) throws Exception {
        UUID id = UUID.randomUUID();
        String sha256 = store.keep(Content.of(bytes)).sha256();
        Connection connection = connections.take();
        try {
            footprint.taken(SCHEMA, id, reference, sha256).send(connection);
        } finally {
            connections.add(connection);
        }
        bell.ring();
    }

    private void consume(String queue) {
        try (Session session = broker.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            while (!Thread.currentThread().isInterrupted()) {
                Message message = consumer.receive();
                if (message == null) {
                    return;
                }
                journey(UUID.fromString(message.getBody(String.class)));
                session.commit();
            }
        } catch (JMSException | SQLException | IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void journey(UUID intake) throws SQLException, IOException, InterruptedException {
        Connection connection = connections.take();
        try {
            JsonNode said =
                    JSON.readTree(store.find(attempt(connection, intake)).bytes());
            connection.setAutoCommit(false);
            run(connection, CLAIM, intake);
            footprint
                    .opened(SCHEMA, intake, said.path("mail").asText())
                    .add(END, List.of(intake))
                    .send(connection);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
            connections.add(connection);
        }
        bell.ring();
    }

    private static String attempt(Connection connection, UUID intake) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ATTEMPT)) {
            statement.setObject(1, intake);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void run(Connection connection, String sql, UUID intake) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, intake);
            statement.execute();
        }
    }

    @Override
    public void close() throws Exception {
        broker.close();
        for (Thread consumer : consumers) {
            consumer.interrupt();
            consumer.join(TimeUnit.SECONDS.toMillis(5));
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
