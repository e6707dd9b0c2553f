package fr.aubette.thread;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When two contacts are one matter. Prefix {@code aubette.thread}, file {@code config/application.yaml}.
 *
 * @param window how long after its last contact an open ticket takes in another contact of the same citizen about the
 *     same motive; more than zero, 14 days unless told
 * @param reopen how long after its end a ticket is reopened by a reply or its number; more than zero, 30 days unless
 *     told
 */
@ConfigurationProperties("aubette.thread")
public record ThreadSettings(
        @DefaultValue("14d") Duration window,
        @DefaultValue("30d") Duration reopen) {

    public ThreadSettings {
        requirePositive(window, "aubette.thread.window");
        requirePositive(reopen, "aubette.thread.reopen");
    }

    private static void requirePositive(Duration value, String key) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(key + " must be more than zero, is " + value);
        }
    }
}
