package fr.aubette.live;

import fr.aubette.model.BatchChanged;
import fr.aubette.model.TicketChanged;
import fr.aubette.model.TicketId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Gathers what changed, after its commit, and pushes it twice a second: many changes of one ticket are one push. */
@Component
public class Changes {

    /** More changes than this between two pushes are forgotten: the pages look again all the same. */
    private static final int MOST = 10_000;

    private final LinkedBlockingQueue<TicketId> waiting = new LinkedBlockingQueue<>(MOST);
    private final AtomicBoolean batches = new AtomicBoolean();
    private final Streams streams;
    private final ObjectProvider<OtherHubs> others;

    Changes(Streams streams, ObjectProvider<OtherHubs> others) {
        this.streams = streams;
        this.others = others;
    }

    @TransactionalEventListener
    void here(TicketChanged change) {
        others.ifAvailable(hubs -> hubs.tell(change.ticket()));
        elsewhere(change.ticket());
    }

    /** A ticket changed on another hub. */
    public void elsewhere(TicketId ticket) {
        if (!streams.none()) {
            boolean kept = waiting.offer(ticket);
            assert kept || waiting.size() >= MOST;
        }
    }

    /** A mail room's batch changed: those who look after them are told no more than that. */
    @TransactionalEventListener(fallbackExecution = true)
    void here(BatchChanged change) {
        batches.set(!streams.none());
    }

    @Scheduled(fixedDelayString = "${aubette.live.push-every:500}")
    void push() {
        Set<TicketId> changed = new HashSet<>();
        waiting.drainTo(changed);
        if (!changed.isEmpty()) {
            streams.push(changed);
        }
        if (batches.getAndSet(false)) {
            streams.pushBatches();
        }
    }
}
