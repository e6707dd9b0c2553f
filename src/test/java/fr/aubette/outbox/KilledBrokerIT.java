package fr.aubette.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.faults.ExternalBroker;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker killed while the relay sends to a queue that waits on disk has each message once, when the relay has sent
 * again what it knew of no commit of.
 */
class KilledBrokerIT {

    private static final int KILLS = Integer.getInteger("aubette.broker-kills", 3);
    private static final int LONGEST_LIFE_MILLIS = 1500;
    private static final int LONGEST_BATCH = 40;
    private static final String QUEUE = "aubette.directorate.TEST";

    private final Random random = new Random(42);
    private final List<String> sent = new ArrayList<>();

    @Test
    void hasEachMessageOnce(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (ExternalBroker server = new ExternalBroker(folder)) {
            server.start();
            try (Broker relay =
                    new Broker(new RelayConnections(factory(server, true), factory(server, false)), Duration.ZERO)) {
                for (int kill = 0; kill < KILLS; kill++) {
                    sendUntilKilled(relay, server);
                }
            }
            List<String> found = drain(server);
            Set<String> lost = new HashSet<>(sent);
            found.forEach(lost::remove);
            System.out.printf("%d messages sent over %d kills, %d lost%n", sent.size(), KILLS, lost.size());
            assertThat(lost).isEmpty();
            assertThat(found).doesNotHaveDuplicates();
        }
    }

    private void sendUntilKilled(Broker relay, ExternalBroker server) throws Exception {
        Thread killer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(200L + random.nextInt(LONGEST_LIFE_MILLIS));
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        while (true) {
            List<fr.aubette.outbox.Message> batch = batch();
            try {
                relay.sendTogether(batch);
                remember(batch);
            } catch (JMSException killed) {
                killer.join();
                relay.close();
                server.start();
                sendAgain(relay, batch);
                return;
            }
        }
    }

    /** As the relay does: once more with what came after, and one by one when that is refused. */
    private void sendAgain(Broker relay, List<fr.aubette.outbox.Message> unknown) throws JMSException {
        List<fr.aubette.outbox.Message> batch =
                Stream.concat(unknown.stream(), batch().stream()).toList();
        try {
            relay.sendTogether(batch);
        } catch (JMSException refused) {
            relay.sendOneByOne(batch);
        }
        remember(batch);
    }

    private void remember(List<fr.aubette.outbox.Message> batch) {
        batch.forEach(each -> sent.add(each.body().substring(0, 36)));
    }

    private List<fr.aubette.outbox.Message> batch() {
        return Stream.generate(() -> UUID.randomUUID())
                .limit(1 + random.nextInt(LONGEST_BATCH))
                .map(id -> new fr.aubette.outbox.Message(
                        0,
                        id,
                        fr.aubette.outbox.Message.Kind.QUEUE,
                        QUEUE,
                        Optional.empty(),
                        "text/plain",
                        id + "x".repeat(1000)))
                .toList();
    }

    private static ActiveMQConnectionFactory factory(ExternalBroker server, boolean blocking) {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(server.url(), "aubette", ExternalBroker.PASSWORD);
        factory.setBlockOnDurableSend(blocking);
        return factory;
    }

    private static List<String> drain(ExternalBroker server) throws JMSException {
        List<String> found = new ArrayList<>();
        try (JMSContext context = factory(server, true).createContext();
                JMSConsumer queue = context.createConsumer(context.createQueue(QUEUE))) {
            for (Message each = queue.receive(3000); each != null; each = queue.receive(3000)) {
                found.add(each.getBody(String.class).substring(0, 36));
            }
        }
        return found;
    }
}
