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
    private @Nullable Line line;

    Broker(ConnectionFactory factory, Duration directorateQueueKeeps) {
        this.factory = factory;
        this.directorateQueueKeeps = directorateQueueKeeps;
    }

    /** A session with its producer, kept as long as it works: opening one costs several trips. */
    private record Line(Session session, MessageProducer producer) {}

    /** Sends all of them in one transaction of the broker; none is sent if this throws. */
    void sendTogether(List<Message> batch) throws JMSException {
        Line open = line();
        line = null;
        send(open, batch);
        open.session().commit();
        line = open;
    }

    /**
     * Sends each by itself, each durable when the call returns. For a batch that was refused because the broker already
     * has one of its messages: outside a transaction that one is silently dropped.
     */
    void sendOneByOne(List<Message> batch) throws JMSException {
        try (Session session = connection().createSession(Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(null)) {
            send(new Line(session, producer), batch);
        }
    }

    private void send(Line open, List<Message> batch) throws JMSException {
        for (Message each : batch) {
            open.producer().setTimeToLive(timeToLive(each));
            open.producer().send(destination(open.session(), each), textOf(open.session(), each));
        }
    }

    private Line line() throws JMSException {
        Line open = line;
        if (open != null) {
            return open;
        }
        // what a failed batch left is closed with its connection
        close();
        Session session = connection().createSession(Session.SESSION_TRANSACTED);
        return new Line(session, session.createProducer(null));
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
        line = null;
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
