package fr.aubette.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How the directorates' queues stand. One that nobody reads is told, and is no illness of the hub's. */
@Component("directorates")
class QueuesHealth implements HealthIndicator {

    private final QueueDepths queues;

    QueuesHealth(QueueDepths queues) {
        this.queues = queues;
    }

    @Override
    public Health health() {
        Optional<List<QueueDepth>> depths = queues.read();
        if (depths.isEmpty()) {
            return Health.unknown()
                    .withDetail("queues", "unknown: the broker does not answer, or its permission manage is missing")
                    .build();
        }
        Health.Builder health = Health.up();
        depths.get().forEach(each -> health.withDetail(each.directorate(), line(each)));
        return health.build();
    }

    private static Map<String, Object> line(QueueDepth depth) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("messages", depth.messages());
        line.put("oldestSeconds", depth.oldest().orElse(Duration.ZERO).toSeconds());
        line.put("readers", depth.readers());
        return line;
    }
}
