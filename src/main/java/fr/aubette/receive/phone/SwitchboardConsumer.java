package fr.aubette.receive.phone;

import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.RawItem;
import fr.aubette.receive.SourceConsumer;
import fr.aubette.receive.SourceEndpoint;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Listens while its route runs, and sends each call through it; a call whose exchange fails is offered again. */
final class SwitchboardConsumer extends SourceConsumer {

    private final SwitchboardComponent component;
    private final LineSettings settings;
    private @Nullable PhoneLine line;
    private @Nullable ScheduledExecutorService watching;

    SwitchboardConsumer(
            SourceEndpoint endpoint, Processor processor, SwitchboardComponent component, LineSettings settings) {
        super(endpoint, processor);
        this.component = component;
        this.settings = settings;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        PhoneLine started =
                PhoneLine.start(settings, this::handOver, component.listener(), component.sounds(), component.clock());
        line = started;
        component.lines().opened(settings, started);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "phone-" + settings.name() + "-watch");
            thread.setDaemon(true);
            return thread;
        });
        watching = watch;
        watch.scheduleWithFixedDelay(
                () -> component.tell(getRoute().getRouteId(), started.state()), 0, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        component.lines().closed(settings);
        ScheduledExecutorService watch = watching;
        if (watch != null) {
            watch.shutdownNow();
        }
        PhoneLine started = line;
        if (started != null) {
            started.close();
        }
        super.doStop();
    }

    private void handOver(RawItem call) {
        Throwable failure = offer(call).orElse(null);
        if (failure instanceof IntakeUnavailable unavailable) {
            throw unavailable;
        }
        if (failure != null) {
            throw new IllegalStateException("the call could not be taken", failure);
        }
    }
}
