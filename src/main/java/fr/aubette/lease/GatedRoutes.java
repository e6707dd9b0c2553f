package fr.aubette.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and stops routes as their condition comes and goes; a route whose neighbour is away stops nobody else. */
@Component
class GatedRoutes extends Rounds {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long STOP_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(GatedRoutes.class);

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    GatedRoutes() {
        super("gated-routes", LOOK);
    }

    private record Gate(CamelContext camel, BooleanSupplier open) {}

    /** From now on the route runs while the condition holds. */
    void add(Route route, BooleanSupplier open) {
        route.setAutoStartup(false);
        gates.put(route.getRouteId(), new Gate(route.getCamelContext(), open));
    }

    @Override
    protected void round() {
        Map<String, Boolean> open = new HashMap<>();
        gates.forEach((id, gate) -> open.put(id, gate.open().getAsBoolean()));
        gates.forEach((id, gate) -> {
            if (!open.getOrDefault(id, true)) {
                rest(id, gate);
            }
        });
        gates.forEach((id, gate) -> follow(id, gate, open.getOrDefault(id, false)));
    }

    /**
     * Asks a queue's consumer to end with the message that it has. It waits for its next one for seconds, and stopping
     * its route waits for that: so all are asked before the first is stopped, and wait at once.
     */
    private static void rest(String id, Gate gate) {
        Route route = gate.camel().getRoute(id);
        if (route != null && route.getConsumer() instanceof JmsConsumer queue && queue.isStarted()) {
            try {
                queue.getListenerContainer().stop();
            } catch (Exception e) {
                LOG.debug("Route {} is stopped in its turn: {}", id, e.getMessage());
            }
        }
    }

    /** The program is about to stop. */
    @EventListener(ContextClosedEvent.class)
    void rest() {
        gates.forEach(GatedRoutes::rest);
    }

    private void follow(String id, Gate gate, boolean open) {
        CamelContext camel = gate.camel();
        if (!camel.isStarted() || camel.getRoute(id) == null) {
            return;
        }
        ServiceStatus status = camel.getRouteController().getRouteStatus(id);
        try {
            if (open && status.isStartable()) {
                camel.getRouteController().startRoute(id);
            } else if (!open && status.isStarted()) {
                camel.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            LOG.warn("Route {} could not be {}: {}", id, open ? "started" : "stopped", e.getMessage());
        }
    }
}
