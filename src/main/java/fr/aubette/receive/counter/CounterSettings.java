package fr.aubette.receive.counter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How agents' entries are taken. Prefix {@code aubette.counter}, file {@code config/application.yaml}.
 *
 * @param source name of the instance of {@code receive-counter} that takes what is typed
 * @param oldest how long ago a visit or call may have been; 30 days unless told
 */
@ConfigurationProperties("aubette.counter")
public record CounterSettings(
        @DefaultValue("accueil") String source,
        @DefaultValue("30d") Duration oldest) {

    public CounterSettings {
        if (oldest.isZero() || oldest.isNegative()) {
            throw new IllegalArgumentException("aubette.counter.oldest must be more than zero, is " + oldest);
        }
    }
}
