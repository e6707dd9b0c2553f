package fr.aubette.identify;

import fr.aubette.model.CitizenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: citizens that are one person, inside the transaction that its caller opened. */
public interface MergeRows {

    /** Lets nobody else merge or undo until the transaction ends: both are rare, and look at whole persons. */
    void lock();

    /** All that are the same person as this one, itself included; empty when there is no such citizen. */
    List<Member> members(CitizenId citizen);

    /** Whether somebody has declared that one of these is never one of those. */
    boolean neverSame(Set<CitizenId> ones, Set<CitizenId> others);

    /** Keeps the declaration; says nothing when it was made before. */
    void declareNeverSame(CitizenId one, CitizenId other, String by, String reason, Instant at);

    /** Notes a merge. */
    void merged(Merge merge);

    /** A merge that stands; empty when there is none, or it was undone. */
    Optional<Merge> standing(UUID merge);

    /** The merges that stand among these. */
    List<Merge> standingAmong(Set<CitizenId> citizens);

    /** Notes that a merge was taken back. */
    void undone(UUID merge, String by, Instant at);

    /** Makes these one person, for whom the first stands; one alone is nobody else again. */
    void group(List<CitizenId> members);

    /** Makes a citizen known to few or to all, and keeps who has said so. */
    void confidential(CitizenId citizen, boolean confidential, String by, Instant at);

    /**
     * One of the citizens that are one person.
     *
     * @param confidential whether it is known to few only
     * @param stands whether it stands for the others
     */
    record Member(CitizenId id, boolean confidential, boolean stands) {}

    /**
     * An agent's finding that two citizens are one person.
     *
     * @param absorbed who is shown under the other from then on
     * @param kept who stands for both
     */
    record Merge(UUID id, CitizenId absorbed, CitizenId kept, String reason, String by, Instant at) {}
}
