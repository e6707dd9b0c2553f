package fr.aubette.switchboard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the forms of calls are handled. Prefix {@code aubette.calls}, file {@code config/application.yaml}.
 *
 * @param undo how long a finished form may be taken back before it goes into the ticket; 0s to 10m, 1m unless told
 */
@ConfigurationProperties("aubette.calls")
public record CallSettings(@DefaultValue("1m") Duration undo) {

    public CallSettings {
        if (undo.isNegative() || undo.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("aubette.calls.undo must lie in 0s..10m, is " + undo);
        }
    }
}
