package fr.aubette.outbox;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the relay reaches the broker. */
@Component("broker")
class BrokerHealth implements HealthIndicator {

    private final Relay relay;

    BrokerHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        return relay.failing()
                ? Health.down()
                        .withDetail("relay", "waits for the broker; what must be told is kept")
                        .build()
                : Health.up().build();
    }
}
