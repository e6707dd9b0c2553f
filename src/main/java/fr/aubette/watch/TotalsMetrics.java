package fr.aubette.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The equation for Prometheus: {@code aubette_contacts} by channel and what, and {@code aubette_unaccounted}, zero. */
@Component
class TotalsMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(TotalsMetrics.class);

    private final Totals totals;
    private final MultiGauge contacts;
    private volatile long missing;

    TotalsMetrics(Totals totals, MeterRegistry registry) {
        this.totals = totals;
        this.contacts = MultiGauge.builder("aubette.contacts")
                .description("Contacts taken, ended by outcome, and in flight, over all hubs")
                .register(registry);
        Gauge.builder("aubette.unaccounted", () -> missing)
                .description("Contacts taken and not accounted for: zero, always")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${aubette.watch.count-every:10s}")
    void count() {
        try {
            List<Totals.Total> read = totals.read();
            missing = Totals.missing(read);
            contacts.register(
                    read.stream()
                            .map(each -> MultiGauge.Row.of(
                                    Tags.of("channel", each.channel(), "what", each.what()), each.n()))
                            .toList(),
                    true);
        } catch (DataAccessException e) {
            LOG.debug("The counters wait for PostgreSQL: {}", e.getMessage());
        }
    }
}
