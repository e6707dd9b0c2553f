package fr.aubette.outbox;

import java.util.List;
import java.util.Optional;

/** Port: how the directorates' queues stand. */
@FunctionalInterface
public interface QueueDepths {

    /**
     * One line a queue, by code, not older than a minute; empty while the broker does not answer, or may not be asked.
     */
    Optional<List<QueueDepth>> read();
}
