package fr.aubette.receive.phone;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the conversations of some queues recorded, from an agent's answer on; orders are given in its own thread. */
final class Recorder implements CallListener, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_WAITING = 500;

    private final Set<String> queues;
    private final Consumer<LiveCall> order;
    private volatile boolean stopped;
    private final BlockingQueue<LiveCall> answered = new ArrayBlockingQueue<>(MOST_WAITING);

    Recorder(Set<String> queues, Consumer<LiveCall> order) {
        this.queues = queues;
        this.order = order;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void heard(LiveCall call) {
        boolean recorded = call.state() == LiveCall.State.ANSWERED
                && call.direction() == LiveCall.Direction.INCOMING
                && call.queue().filter(queues::contains).isPresent();
        if (recorded && !answered.offer(call)) {
            LOG.warn("Phone line {}: a conversation is not recorded, too many wait for it", call.line());
        }
    }

    @Override
    public void heard(LiveMember member) {}

    @Override
    public void connected(String line, boolean connected) {}

    @Override
    public void run() {
        try {
            while (!stopped) {
                LiveCall next = answered.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    order.accept(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
