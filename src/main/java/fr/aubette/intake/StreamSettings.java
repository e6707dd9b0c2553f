package fr.aubette.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stream insists. Prefix {@code aubette.stream}, file {@code config/application.yaml}.
 *
 * @param maxAttempts how often an intake is taken up before a person must look; 2 to 100, 8 unless told
 * @param announceAgainAfter how long an intake may lie announced without an outcome before it is announced again; at
 *     least a minute, 10 minutes unless told
 * @param maxInFlight how many intakes may be in flight before mailboxes and folders wait; at least 10, 5000 unless told
 */
@ConfigurationProperties("aubette.stream")
public record StreamSettings(
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("10m") Duration announceAgainAfter,
        @DefaultValue("5000") int maxInFlight) {

    public StreamSettings {
        if (maxAttempts < 2 || maxAttempts > 100) {
            throw new IllegalArgumentException("aubette.stream.max-attempts must lie in 2..100, is " + maxAttempts);
        }
        if (maxInFlight < 10) {
            throw new IllegalArgumentException("aubette.stream.max-in-flight must be at least 10, is " + maxInFlight);
        }
        if (announceAgainAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "aubette.stream.announce-again-after must be at least 1m, is " + announceAgainAfter);
        }
    }
}
