package fr.aubette.quarantine;

import fr.aubette.model.IntakeId;
import fr.aubette.model.Refused;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Keeps an intake that no retry can save, with the stage and the reason, until a person decides. */
@Component("quarantine")
public class Quarantine {

    /** Longest reason kept, in characters. */
    static final int MAX_REASON = 500;

    /** Longest chain of causes looked through: one may hold itself. */
    private static final int MAX_CAUSES = 20;

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
        Optional<Throwable> refusal = refusal(caught);
        QuarantineBook.Kind kind = refusal.isPresent() ? QuarantineBook.Kind.REFUSED : QuarantineBook.Kind.FAILED;
        Throwable cause = refusal.orElseGet(() -> NestedExceptionUtils.getMostSpecificCause(caught));
        String stage = Stages.of(cause);
        IntakeId id = new IntakeId(UUID.fromString(intake));
        book.keep(id, stage, kind, reason(cause), clock.instant());
        LOG.warn(
                "Intake {} is quarantined at {}: {}",
                id,
                stage,
                cause.getClass().getSimpleName());
    }

    /** The first in the chain that says the item itself is wrong: its words are meant for a person. */
    private static Optional<Throwable> refusal(Throwable caught) {
        return Stream.iterate(caught, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst();
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).replace('\0', ' ');
        String whole = cause instanceof Refused ? message : cause.getClass().getSimpleName() + ": " + message;
        return whole.length() <= MAX_REASON ? whole : whole.substring(0, MAX_REASON);
    }
}
