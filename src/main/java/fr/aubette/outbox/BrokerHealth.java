package fr.aubette.outbox;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the broker answers, and the relay reaches it; nobody who looks at health waits for it. */
@Component("broker")
class BrokerHealth implements HealthIndicator {

    private final Relay relay;
    private final BrokerWatch watch;

    BrokerHealth(Relay relay, BrokerWatch watch) {
        this.relay = relay;
        this.watch = watch;
    }

    @Override
    public Health health() {
        return relay.failing() || !watch.answers()
                ? Health.down()
                        .withDetail("relay", "waits for the broker; what must be told is kept")
                        .build()
                : Health.up().build();
    }
}
