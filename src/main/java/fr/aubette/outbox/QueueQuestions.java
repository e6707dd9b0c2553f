package fr.aubette.outbox;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

/** Asks Artemis about its queues by messages, as any account with the permission {@code manage} may. */
final class QueueQuestions implements AutoCloseable {

    /** Where Artemis answers; its own default. */
    private static final String MANAGEMENT = "activemq.management";

    private static final long ANSWER_MILLIS = 5000;

    private final Session session;
    private final TemporaryQueue answers;
    private final MessageProducer ask;
    private final MessageConsumer hear;

    QueueQuestions(Connection connection) throws JMSException {
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        answers = session.createTemporaryQueue();
        ask = session.createProducer(session.createQueue(MANAGEMENT));
        hear = session.createConsumer(answers);
        connection.start();
    }

    /**
     * How a directorate's queue stands; empty when there is no such queue.
     *
     * @throws jakarta.jms.JMSSecurityException if this account may not ask
     */
    Optional<QueueDepth> depth(String directorate) throws JMSException {
        String queue = ResourceNames.QUEUE + Broker.DIRECTORATES + directorate;
        Optional<Object> messages = attribute(queue, "messageCount");
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QueueDepth(
                directorate,
                number(messages),
                attribute(queue, "firstMessageAge")
                        .filter(Number.class::isInstance)
                        .map(age -> Duration.ofMillis(((Number) age).longValue())),
                number(attribute(queue, "consumerCount"))));
    }

    private static long number(Optional<Object> value) {
        return value.filter(Number.class::isInstance)
                .map(each -> ((Number) each).longValue())
                .orElse(0L);
    }

    private Optional<Object> attribute(String resource, String name) throws JMSException {
        Message question = session.createMessage();
        question.setJMSReplyTo(answers);
        JMSManagementHelper.putAttribute(question, resource, name);
        ask.send(question);
        Message answer = hear.receive(ANSWER_MILLIS);
        if (answer == null) {
            throw new JMSException("the broker did not answer about " + resource);
        }
        return JMSManagementHelper.hasOperationSucceeded(answer) ? result(answer) : Optional.empty();
    }

    private static Optional<Object> result(Message answer) throws JMSException {
        try {
            return Optional.ofNullable(JMSManagementHelper.getResult(answer));
        } catch (JMSException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the broker's answer cannot be read", e);
        }
    }

    @Override
    public void close() throws JMSException {
        session.close();
    }
}
