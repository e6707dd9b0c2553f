package fr.aubette.receive.phone;

import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.RawItem;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Listens while its route runs, and sends each call through it; a call whose exchange fails is offered again. */
final class SwitchboardConsumer extends DefaultConsumer {

    private final SwitchboardComponent component;
    private final LineSettings settings;
    private @Nullable PhoneLine line;
    private @Nullable ScheduledExecutorService watching;

    SwitchboardConsumer(
            SwitchboardEndpoint endpoint, Processor processor, SwitchboardComponent component, LineSettings settings) {
        super(endpoint, processor);
        this.component = component;
        this.settings = settings;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        PhoneLine started = PhoneLine.start(settings, this::handOver, component.listener(), component.clock());
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
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(call);
            process(exchange);
            refuseFailed(exchange);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    /** Whatever a route's failure handling makes of a closed intake, the call is not taken. */
    private static void refuseFailed(Exchange exchange) {
        Throwable failure = exchange.getException();
        Throwable handled = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure == null && handled instanceof IntakeUnavailable) {
            failure = handled;
        }
        if (failure instanceof IntakeUnavailable unavailable) {
            throw unavailable;
        }
        if (failure != null) {
            throw new IllegalStateException("the call could not be taken", failure);
        }
    }
}
