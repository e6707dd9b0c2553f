package fr.aubette.lease;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL answered when it was last asked; nobody who looks at health waits for it. */
@Component("postgres")
class StoreHealth implements HealthIndicator {

    private final StoreState store;

    StoreHealth(StoreState store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return store.ready()
                ? Health.up().build()
                : Health.down()
                        .withDetail("postgres", "does not answer; what comes in stays at its source")
                        .build();
    }
}
