package fr.aubette.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is. Prefix {@code aubette.broker}, file {@code config/application.yaml}.
 *
 * @param url of an Artemis broker, several joined as {@code (tcp://a:61616,tcp://b:61616)?ha=true}; {@code vm://0} for
 *     the embedded one
 * @param user the hub's account
 * @param password its password
 */
@ConfigurationProperties("aubette.broker")
public record BrokerSettings(
        @DefaultValue("vm://0") String url,
        @DefaultValue("aubette") String user,
        @DefaultValue("") String password) {

    public BrokerSettings {
        if (url.isBlank()) {
            throw new IllegalArgumentException("aubette.broker.url must name a broker, for example tcp://host:61616");
        }
    }

    /** Without the password, wherever it is printed. */
    @Override
    public String toString() {
        return "BrokerSettings[url=" + url + ", user=" + user + "]";
    }
}
