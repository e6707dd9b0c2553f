package fr.aubette.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Port: who read a citizen's requests, as the citizen may be told: which service, when and what for. Never an agent's
 * name, and nothing of the restricted way, also not of a time in which a request was on it.
 */
@FunctionalInterface
public interface ReadingRegister {

    /**
     * The latest first.
     *
     * @param person the citizen, with all records that are the same person
     * @param hidden motives whose existence is hidden
     */
    List<Read> of(UUID person, List<String> hidden, int most);

    /**
     * One reading.
     *
     * @param ticket number of the request
     * @param directorate whose people read it; blank for who helps every directorate
     */
    record Read(Instant at, String ticket, String directorate, Readings.Purpose purpose) {}
}
