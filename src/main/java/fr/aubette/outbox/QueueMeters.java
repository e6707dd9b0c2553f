package fr.aubette.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The directorates' queues for Prometheus; no line while they are not known. */
@Component
class QueueMeters {

    private final MultiGauge messages;
    private final MultiGauge oldest;
    private final MultiGauge readers;

    QueueMeters(MeterRegistry registry) {
        messages = MultiGauge.builder("aubette.directorate.queue.messages")
                .description("Messages that wait for a directorate's own software")
                .register(registry);
        oldest = MultiGauge.builder("aubette.directorate.queue.oldest")
                .description("How long the first of them has waited")
                .baseUnit("seconds")
                .register(registry);
        readers = MultiGauge.builder("aubette.directorate.queue.readers")
                .description("Programs that listen to a directorate's queue")
                .register(registry);
    }

    void show(List<QueueDepth> depths) {
        messages.register(rows(depths, QueueDepth::messages), true);
        oldest.register(rows(depths, each -> each.oldest().orElse(Duration.ZERO).toSeconds()), true);
        readers.register(rows(depths, QueueDepth::readers), true);
    }

    private static List<MultiGauge.Row<?>> rows(
            List<QueueDepth> depths, java.util.function.ToLongFunction<QueueDepth> value) {
        return depths.stream()
                .<MultiGauge.Row<?>>map(
                        each -> MultiGauge.Row.of(Tags.of("directorate", each.directorate()), value.applyAsLong(each)))
                .toList();
    }
}
