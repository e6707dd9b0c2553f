package fr.aubette.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the colleagues to whom calls are passed on. It may change while the program runs. */
@FunctionalInterface
public interface Directory {

    List<Colleague> all();

    /** When they were read, if what has them cannot be asked any more; empty while it can. */
    default Optional<Instant> staleSince() {
        return Optional.empty();
    }
}
