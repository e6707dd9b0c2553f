package fr.aubette.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The routing's own quality for Prometheus, over the last thirty days and all hubs. */
@Component
class RoutingMeters {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(RoutingMeters.class);

    private final RoutingQuality quality;
    private final Clock clock;
    private final MultiGauge decided;
    private final MultiGauge abstained;
    private final MultiGauge reassigned;

    RoutingMeters(RoutingQuality quality, Clock clock, MeterRegistry registry) {
        this.quality = quality;
        this.clock = clock;
        decided = gauge("decided", "Tickets of 30 days that the program gave to a directorate", registry);
        abstained = gauge("abstained", "Tickets of 30 days that it left to a person", registry);
        reassigned = gauge("reassigned", "Tickets of 30 days that went to another directorate afterwards", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder("aubette.routing." + name)
                .description(description)
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${aubette.watch.quality-every:5m}")
    void count() {
        try {
            Instant since = clock.instant().minus(WINDOW);
            List<RoutingQuality.Routed> routed = quality.routed(since);
            show(decided, routed, RoutingQuality.Routed::decided);
            show(abstained, routed, RoutingQuality.Routed::abstained);
            show(reassigned, routed, RoutingQuality.Routed::reassigned);
        } catch (DataAccessException e) {
            LOG.debug(
                    "The routing's figures wait for PostgreSQL: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void show(
            MultiGauge gauge, List<RoutingQuality.Routed> routed, ToLongFunction<RoutingQuality.Routed> value) {
        gauge.register(
                routed.stream()
                        .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(
                                Tags.of("rule", each.rule(), "version", each.version()), value.applyAsLong(each)))
                        .toList(),
                true);
    }
}
