package fr.aubette.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: bordereaux d'élimination. What the law forbids, the store refuses too. */
public interface Eliminations {

    /**
     * Draws a new one: letters that arrived until that day, were read whole, lie in no other, and are neither unopened,
     * registered, protected nor to be returned.
     *
     * @param motives those whose retention is known and that are nobody's secret
     * @return empty when there is nothing to propose
     */
    Optional<Elimination> draw(UUID id, Instant at, String by, LocalDate until, Collection<String> motives, int most);

    Optional<Elimination> find(UUID id);

    /** The latest first. */
    List<Elimination> recent(int most);

    /** Enters the visa; false when it has one or was withdrawn. */
    boolean visa(UUID id, Elimination.Visa visa, String by, Instant at);

    /** Keeps one letter's paper; false once the visa is entered. */
    boolean keepBack(UUID id, UUID intake, String why);

    /** Takes it all back, so that its letters may be proposed again; false once the visa is entered. */
    boolean withdraw(UUID id, String by, Instant at);

    /** Says that people destroyed the paper that day; false without the visa, before its day, or a second time. */
    boolean destroyed(UUID id, LocalDate on, String by, Instant at);
}
