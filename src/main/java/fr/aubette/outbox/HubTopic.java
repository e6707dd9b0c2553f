package fr.aubette.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.live.Changes;
import fr.aubette.live.OtherHubs;
import fr.aubette.model.CallControl;
import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import fr.aubette.model.TicketId;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hubs tell each other of calls and of changed tickets, so that an agent sees a call wherever her browser is connected.
 * A topic of the broker that hubs alone may read; nothing is kept: what a hub misses it asks for when it comes back.
 */
class HubTopic implements CallListener, OtherHubs, SmartLifecycle {

    /** Address of the broker; the accounts of directorates have no right on it. */
    static final String TOPIC = "aubette.hubs";

    private static final String FROM = "hub";
    private static final Logger LOG = LoggerFactory.getLogger(HubTopic.class);
    /** A screen that comes so late helps nobody. */
    private static final long TOO_LATE_MILLIS = 10_000;

    private static final int MOST_WAITING = 5_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final ConnectionFactory factory;
    private final ObjectMapper json;
    private final Supplier<List<CallListener>> listeners;
    private final HubOrders orders;
    private final Consumer<TicketId> changes;
    private final String self = UUID.randomUUID().toString();
    private final HubCalls calls = new HubCalls();
    private final BlockingQueue<HubWord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "hubs");
    private volatile boolean running;
    private volatile boolean connected;

    /**
     * Not yet connected.
     *
     * @param listeners who is told of other hubs' calls
     * @param exchanges see {@link HubOrders}
     * @param changes see {@link Changes#elsewhere}
     */
    HubTopic(
            ConnectionFactory factory,
            ObjectMapper json,
            Supplier<List<CallListener>> listeners,
            Supplier<List<CallControl>> exchanges,
            Consumer<TicketId> changes) {
        this.factory = factory;
        this.json = json;
        this.listeners = listeners;
        this.changes = changes;
        this.orders = new HubOrders(self, this::say, exchanges);
        thread.setDaemon(true);
    }

    /** Whether it tells and hears. */
    boolean isConnected() {
        return connected;
    }

    /** The exchanges that other hubs listen to. */
    HubOrders orders() {
        return orders;
    }

    @Override
    public void heard(LiveCall call) {
        calls.own(call);
        say(HubWord.of(call));
    }

    @Override
    public void heard(LiveMember member) {
        calls.own(member);
        say(HubWord.of(member));
    }

    @Override
    public void connected(String line, boolean up) {
        if (up) {
            calls.takeOver(line).forEach(call -> others().forEach(each -> each.heard(call)));
        }
        orders.connected(self, line, up);
        calls.own(line, up);
        say(HubWord.of(line, up));
    }

    @Override
    public void tell(TicketId ticket) {
        say(HubWord.changed(ticket.value().toString()));
    }

    /** Never waits: who tells has other things to do. */
    private void say(HubWord word) {
        if (!waiting.offer(word)) {
            waiting.clear();
            LOG.warn("The other hubs were not told in time; they ask when they are reached again");
        }
    }

    private void run() {
        while (running) {
            try (Connection connection = factory.createConnection()) {
                Session hearing = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                hearing.createConsumer(hearing.createTopic(TOPIC), FROM + " <> '" + self + "'")
                        .setMessageListener(this::hear);
                connection.start();
                speak(connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
            } catch (JMSException e) {
                connected = false;
                LOG.debug("The other hubs are not reached: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void speak(Session session) throws JMSException, InterruptedException {
        Topic topic = session.createTopic(TOPIC);
        MessageProducer producer = session.createProducer(topic);
        waiting.clear();
        connected = true;
        send(session, producer, HubWord.asking());
        for (HubWord word : calls.all()) {
            send(session, producer, word);
        }
        while (running) {
            HubWord word = waiting.poll(1, TimeUnit.SECONDS);
            if (word != null) {
                send(session, producer, word);
            }
        }
    }

    private void send(Session session, MessageProducer producer, HubWord word) throws JMSException {
        try {
            TextMessage message = session.createTextMessage(json.writeValueAsString(word));
            message.setStringProperty(FROM, self);
            long useful = word.order() == null ? TOO_LATE_MILLIS : HubOrders.PATIENCE.toMillis();
            producer.send(message, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, useful);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a call is always JSON", e);
        }
    }

    private void hear(Message message) {
        try {
            if (message instanceof TextMessage text) {
                take(text.getStringProperty(FROM), json.readValue(text.getText(), HubWord.class));
            }
        } catch (JMSException | JsonProcessingException e) {
            LOG.warn("Another hub was not understood: {}", e.getClass().getSimpleName());
        }
    }

    private void take(String from, HubWord word) {
        LiveCall call = word.call();
        LiveMember member = word.member();
        String line = word.line();
        String ticket = word.ticket();
        HubOrder order = word.order();
        HubOrder.Answer answer = word.answer();
        if (call != null) {
            calls.theirs(call);
            others().forEach(each -> each.heard(call));
        } else if (member != null) {
            others().forEach(each -> each.heard(member));
        } else if (line != null) {
            orders.connected(from, line, word.up());
            others().forEach(each -> each.connected(line, word.up()));
        } else if (ticket != null) {
            changes.accept(new TicketId(UUID.fromString(ticket)));
        } else if (order != null) {
            orders.ordered(order);
        } else if (answer != null) {
            orders.answered(answer);
        } else if (word.asks()) {
            calls.all().forEach(this::say);
        }
    }

    private List<CallListener> others() {
        return listeners.get().stream().filter(each -> each != this).toList();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        orders.stop();
        thread.interrupt();
        try {
            thread.join(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
