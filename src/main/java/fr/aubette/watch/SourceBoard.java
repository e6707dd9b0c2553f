package fr.aubette.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where each source last stood: written by its channel at every poll or sign of life, read by health. */
@Component
public class SourceBoard {

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Map<String, String> notes = Map.of();

    public SourceBoard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where a source stands.
     *
     * @param since when this hub began to read it
     * @param lastSuccess its last sign of life
     * @param problem what went wrong since; empty while all is well
     * @param remark what an administrator should know although the source is read
     */
    public record State(
            Instant since, Optional<Instant> lastSuccess, Optional<String> problem, Optional<String> remark) {}

    /** This hub reads the source from now on. */
    public void started(String source) {
        states.put(source, new State(clock.instant(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** This hub no longer reads it: perhaps another does. */
    public void stopped(String source) {
        states.remove(source);
    }

    /** The source answered, whether or not it had something. */
    public void succeeded(String source) {
        succeeded(source, Optional.empty());
    }

    /** The same, with a remark for an administrator that holds no personal data. */
    public void succeeded(String source, Optional<String> remark) {
        states.computeIfPresent(
                source,
                (name, state) -> new State(state.since(), Optional.of(clock.instant()), Optional.empty(), remark));
    }

    /** The source could not be read; the text is for an administrator and holds no personal data. */
    public void failed(String source, String problem) {
        states.computeIfPresent(
                source,
                (name, state) -> new State(state.since(), state.lastSuccess(), Optional.of(problem), state.remark()));
    }

    /** What is known of sources besides how they are read, over all hubs; replaces what was known before. */
    public void noted(Map<String, String> present) {
        notes = Map.copyOf(present);
    }

    /** What {@link #noted} said of a source; empty text when nothing. */
    public String note(String source) {
        return notes.getOrDefault(source, "");
    }

    /** Every source that this hub reads, by name. */
    public Map<String, State> states() {
        return new TreeMap<>(states);
    }
}
