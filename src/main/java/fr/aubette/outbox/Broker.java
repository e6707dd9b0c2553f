package fr.aubette.outbox;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The relay's own line to the broker, opened when needed and reopened after a failure. */
class Broker implements AutoCloseable {

    /** Artemis' property by which it knows a message that it already has. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    /** Start of the name of each directorate's queue. */
    private static final String DIRECTORATES = "aubette.directorate.";

    private final ConnectionFactory factory;
    private final Duration directorateQueueKeeps;
    private @Nullable Connection connection;

    Broker(ConnectionFactory factory, Duration directorateQueueKeeps) {
        this.factory = factory;
        this.directorateQueueKeeps = directorateQueueKeeps;
    }

    /** Sends all of them in one transaction of the broker; none is sent if this throws. */
    void sendTogether(List<Message> batch) throws JMSException {
        try (Session session = connection().createSession(Session.SESSION_TRANSACTED)) {
            send(session, batch);
            session.commit();
        }
    }

    /**
     * Sends each by itself, each durable when the call returns. For a batch that was refused because the broker already
     * has one of its messages: outside a transaction that one is silently dropped.
     */
    void sendOneByOne(List<Message> batch) throws JMSException {
        try (Session session = connection().createSession(Session.AUTO_ACKNOWLEDGE)) {
            send(session, batch);
        }
    }

    private void send(Session session, List<Message> batch) throws JMSException {
        try (MessageProducer producer = session.createProducer(null)) {
            for (Message each : batch) {
                producer.setTimeToLive(timeToLive(each));
                producer.send(destination(session, each), textOf(session, each));
            }
        }
    }

    /** A queue that nobody reads must not fill the broker; everything else is kept until it is done. */
    private long timeToLive(Message each) {
        return each.destination().startsWith(DIRECTORATES) ? directorateQueueKeeps.toMillis() : 0;
    }

    private static TextMessage textOf(Session session, Message each) throws JMSException {
        TextMessage text = session.createTextMessage(each.body());
        text.setStringProperty(DUPLICATE_ID, each.messageId().toString());
        text.setStringProperty("contentType", each.contentType());
        Optional<String> group = each.groupKey();
        if (group.isPresent()) {
            text.setStringProperty("JMSXGroupID", group.get());
        }
        return text;
    }

    private static Destination destination(Session session, Message each) throws JMSException {
        return each.kind() == Message.Kind.TOPIC
                ? session.createTopic(each.destination())
                : session.createQueue(each.destination());
    }

    private Connection connection() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = factory.createConnection();
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                // a connection that cannot be closed is as good as closed; the next send opens another
                return;
            }
        }
    }
}
