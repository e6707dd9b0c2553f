package fr.aubette.receive.phone;

import fr.aubette.model.CallListener;
import fr.aubette.model.CallSounds;
import fr.aubette.receive.SourceEndpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code switchboard:NAME}: the calls of an exchange as the beginning of a route; the line lives as long as the route
 * runs.
 */
@Component("switchboard")
public class SwitchboardComponent extends DefaultComponent {

    private static final String DEFAULT_TIMES = "2s,12h,10s,25s,1s";

    private final Clock clock;
    private final ObjectProvider<LineWatch> watches;
    private final ObjectProvider<CallListener> listeners;
    private final ObjectProvider<CallSounds> sounds;
    private final OpenLines lines;

    SwitchboardComponent(
            Clock clock,
            ObjectProvider<LineWatch> watches,
            ObjectProvider<CallListener> listeners,
            ObjectProvider<CallSounds> sounds,
            OpenLines lines) {
        this.clock = clock;
        this.watches = watches;
        this.listeners = listeners;
        this.sounds = sounds;
        this.lines = lines;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String[] times = getAndRemoveParameter(parameters, "times", String.class, DEFAULT_TIMES)
                .split(",", -1);
        LineSettings settings = new LineSettings(
                remaining,
                getAndRemoveParameter(parameters, "host", String.class, ""),
                getAndRemoveParameter(parameters, "port", int.class, 5038),
                getAndRemoveParameter(parameters, "user", String.class, ""),
                getAndRemoveParameter(parameters, "password", String.class, ""),
                Path.of(getAndRemoveParameter(parameters, "journal", String.class, "")),
                getAndRemoveParameter(parameters, "segmentSize", long.class, 16L << 20),
                time(times, 0),
                time(times, 1),
                time(times, 2),
                time(times, 3),
                time(times, 4),
                RecordSpec.parse(text(parameters, "records")),
                SoundSpec.of(text(parameters, "voicemail"), text(parameters, "recordings"), text(parameters, "record")),
                getAndRemoveParameter(parameters, "tls", String.class, "no").equals("yes"),
                getAndRemoveParameter(parameters, "placing", String.class, LineSettings.PLACING));
        return new SourceEndpoint(
                uri, this, (endpoint, route) -> new SwitchboardConsumer(endpoint, route, this, settings));
    }

    private String text(Map<String, Object> parameters, String name) {
        return getAndRemoveParameter(parameters, name, String.class, "");
    }

    private static Duration time(String[] times, int nth) {
        return Duration.ofMillis(TimeUtils.toMilliSeconds(nth < times.length ? times[nth].strip() : ""));
    }

    Clock clock() {
        return clock;
    }

    OpenLines lines() {
        return lines;
    }

    /** Whoever wants to hear how calls go; null when nobody does. */
    @Nullable
    CallListener listener() {
        List<CallListener> all = listeners.stream().toList();
        return all.isEmpty() ? null : new AllListeners(all);
    }

    /** Who keeps the sounds of calls; null when nobody does. */
    @Nullable
    CallSounds sounds() {
        return sounds.getIfAvailable();
    }

    void tell(String route, LineState state) {
        watches.forEach(watch -> watch.seen(route, state));
    }
}
