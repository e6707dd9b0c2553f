package fr.aubette.lease;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts and stops routes as their condition comes and goes; a route whose neighbour is away stops nobody else. */
@Component
class GatedRoutes implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long STOP_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(GatedRoutes.class);

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "gated-routes");
    private volatile boolean running;

    GatedRoutes() {
        thread.setDaemon(true);
    }

    private record Gate(CamelContext camel, BooleanSupplier open) {}

    /** From now on the route runs while the condition holds. */
    void add(Route route, BooleanSupplier open) {
        route.setAutoStartup(false);
        gates.put(route.getRouteId(), new Gate(route.getCamelContext(), open));
    }

    private void run() {
        while (running) {
            gates.forEach(this::follow);
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void follow(String id, Gate gate) {
        CamelContext camel = gate.camel();
        if (!camel.isStarted() || camel.getRoute(id) == null) {
            return;
        }
        ServiceStatus status = camel.getRouteController().getRouteStatus(id);
        boolean open = gate.open().getAsBoolean();
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

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
