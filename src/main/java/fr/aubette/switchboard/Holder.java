package fr.aubette.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is known by a telephone number, whether or not the agent may know of that person.
 *
 * @param citizen who stands for the person
 * @param members all that are this person
 * @param name first and last name; blank when neither is known
 * @param proof how sure the number is theirs
 * @param source {@code contact}, or the register it was imported from, or the agent who vouches
 * @param lastSeen when the number was last seen with that person
 * @param confidential whether the person is known to few only
 */
public record Holder(
        UUID citizen,
        List<UUID> members,
        String name,
        Proof proof,
        String source,
        Instant lastSeen,
        boolean confidential) {

    /** How sure a number is somebody's; the surest first. */
    public enum Proof {
        /** An agent or a register vouches. */
        CHECKED,
        /** Given again by a contact that other facts attached. */
        MATCHED,
        /** Said once. */
        CLAIMED
    }

    public Holder {
        members = List.copyOf(members);
    }

    /** The register that the number comes from; empty when a contact or an agent gave it. */
    public Optional<String> register() {
        return proof == Proof.CHECKED && !source.equals("contact") ? Optional.of(source) : Optional.empty();
    }
}
