package fr.aubette.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
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
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The least that could do the same: parse, one PostgreSQL transaction with citizen, ticket and outbox, a relay in JMS
 * transactions of at most 200. No raw bytes kept, no stream, no decisions, no history.
 */
final class CeilingArm implements Arm, AutoCloseable {

    private static final int BATCH = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLES = """
            create schema ceiling;
            create table ceiling.citizen (id uuid primary key, name text not null, mail text not null unique);
            create table ceiling.ticket (id uuid primary key, number bigint generated always as identity unique,
                citizen_id uuid not null references ceiling.citizen, reference text not null unique, subject text not null,
                body text not null, status text not null, at timestamptz not null default now());
            create index on ceiling.ticket (citizen_id, at desc);
            create table ceiling.outbox (id bigint generated always as identity primary key,
                message_id uuid not null default gen_random_uuid(), body text not null);
            """;

    private final BlockingQueue<java.sql.Connection> connections = new LinkedBlockingQueue<>();
    private final java.sql.Connection relayConnection;
    private final Connection broker;
    private final String queue;
    private final AtomicLong sent = new AtomicLong();
    private final Thread relay = new Thread(this::relay, "ceiling-relay");
    private volatile @Nullable Exception failure;

    CeilingArm(DataSource database, ConnectionFactory factory, String queue) throws SQLException, JMSException {
        this.queue = queue;
        relayConnection = database.getConnection();
        try (Statement statement = relayConnection.createStatement()) {
            statement.execute(TABLES);
        }
        for (int thread = 0; thread < Crowd.THREADS; thread++) {
            java.sql.Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        broker = factory.createConnection();
        relay.setDaemon(true);
        relay.start();
    }

    @Override
    public String name() {
        return "ceiling";
    }

    @Override
    public void run(int items) throws Exception {
        long goal = sent.get() + items;
        Crowd.send(items, this::take);
        while (sent.get() < goal) {
            TimeUnit.MILLISECONDS.sleep(1);
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void take(String reference, byte[] bytes) throws Exception {
        JsonNode said = JSON.readTree(bytes);
        java.sql.Connection connection = connections.take();
        try {
            UUID citizen = citizen(connection, said);
            UUID ticket = UUID.randomUUID();
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ceiling.ticket (id, citizen_id, reference, subject, body, status) values (?, ?, ?, ?, ?, 'open')")) {
                insert.setObject(1, ticket);
                insert.setObject(2, citizen);
                insert.setString(3, reference);
                insert.setString(4, said.path("subject").asText());
                insert.setString(5, said.path("text").asText());
                insert.executeUpdate();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into ceiling.outbox (body) values (?)")) {
                insert.setString(1, message(ticket, said));
                insert.executeUpdate();
            }
            connection.commit();
        } finally {
            connections.add(connection);
        }
    }

    private static UUID citizen(java.sql.Connection connection, JsonNode said) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into ceiling.citizen (id, name, mail) values (?, ?, ?)
                on conflict (mail) do update set mail = excluded.mail returning id
                """)) {
            upsert.setObject(1, UUID.randomUUID());
            upsert.setString(2, said.path("lastName").asText());
            upsert.setString(3, said.path("mail").asText());
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static String message(UUID ticket, JsonNode said) throws java.io.IOException {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("type", "ticket-opened")
                .put("ticket", ticket.toString())
                .put("contact", ticket.toString())
                .put("subject", said.path("subject").asText())
                .put("text", said.path("text").asText())
                .put("mail", said.path("mail").asText()));
    }

    private void relay() {
        try (Session session = broker.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(queue));
                PreparedStatement next = relayConnection.prepareStatement(
                        "select id, message_id, body from ceiling.outbox order by id limit " + BATCH);
                PreparedStatement delete =
                        relayConnection.prepareStatement("delete from ceiling.outbox where id = any(?)")) {
            while (!Thread.currentThread().isInterrupted()) {
                List<Long> ids = sendNext(session, producer, next);
                if (ids.isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                    continue;
                }
                session.commit();
                delete.setArray(1, relayConnection.createArrayOf("bigint", ids.toArray()));
                delete.executeUpdate();
                sent.addAndGet(ids.size());
            }
        } catch (SQLException | JMSException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> sendNext(Session session, MessageProducer producer, PreparedStatement next)
            throws SQLException, JMSException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = next.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                TextMessage message = session.createTextMessage(rows.getString(3));
                message.setStringProperty("_AMQ_DUPL_ID", rows.getString(2));
                producer.send(message);
            }
        }
        return ids;
    }

    @Override
    public void close() throws Exception {
        relay.interrupt();
        relay.join(TimeUnit.SECONDS.toMillis(5));
        broker.close();
        relayConnection.close();
        for (java.sql.Connection connection : connections) {
            connection.close();
        }
    }
}
