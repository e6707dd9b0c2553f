package fr.aubette.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is. Prefix {@code aubette.broker}, file {@code config/application.yaml}.
 *
 * @param url of an Artemis broker, several joined as {@code (tcp://a:61616,tcp://b:61616)?ha=true}; {@code vm://0} for
 *     the embedded one
 * @param user the hub's account
 * @param password its password
 * @param directorateQueueKeeps how long a directorate's queue keeps what nobody reads; 1 to 365 days, 30 unless told
 */
@ConfigurationProperties("aubette.broker")
public record BrokerSettings(
        @DefaultValue("vm://0") String url,
        @DefaultValue("aubette") String user,
        @DefaultValue("") String password,
        @DefaultValue("30d") Duration directorateQueueKeeps) {

    public BrokerSettings {
        if (url.isBlank()) {
            throw new IllegalArgumentException("aubette.broker.url must name a broker, for example tcp://host:61616");
        }
        if (directorateQueueKeeps.toDays() < 1 || directorateQueueKeeps.toDays() > 365) {
            throw new IllegalArgumentException(
                    "aubette.broker.directorate-queue-keeps must lie in 1d..365d, is " + directorateQueueKeeps);
        }
    }

    /** Without the password, wherever it is printed. */
    @Override
    public String toString() {
        return "BrokerSettings[url=" + url + ", user=" + user + "]";
    }
}
