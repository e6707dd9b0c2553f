package fr.aubette.quarantine;

import fr.aubette.model.IntakeId;
import java.time.Clock;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps an intake that no retry can save, with the stage and the reason, until a person decides. */
@Component("quarantine")
public class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final QuarantineBook book;
    private final Clock clock;

    Quarantine(QuarantineBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * Keeps the intake, after the rollback of whatever its journey had written.
     *
     * @param intake its id, set by the route that took it from its queue
     */
    @Handler
    public void keep(
            @ExchangeProperty("intake") String intake, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught) {
        Failure failure = Failure.of(caught);
        IntakeId id = new IntakeId(UUID.fromString(intake));
        book.keep(id, failure.stage(), failure.kind(), failure.reason(), clock.instant());
        LOG.warn("Intake {} is quarantined at {}: {}", id, failure.stage(), failure.type());
    }
}
