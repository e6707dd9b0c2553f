package fr.aubette.mailroom;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: what is written when a person says where letters end, inside the transaction that its caller opened. */
public interface CutBook {

    /** Locks a letter that a person may cut, until the transaction ends; empty when it is not to be cut any more. */
    Optional<Held> lock(UUID batch, int letter);

    /**
     * A number that no letter of the batch has, nor will be given by the reading, which may still be under way: it
     * gives none above the number of pages. Two people who cut the same batch are given theirs one after the other.
     */
    int next(UUID batch);

    /** Blank sides that bear something after all. */
    void notBlank(UUID batch, Collection<Integer> pages);

    /** Takes the letter's pages out of it, for them to be given to the letters that they are of. */
    void free(UUID batch, int letter);

    /** Notes that a person said so. */
    void byHand(UUID batch, int letter, int firstPage, String who, Instant at);

    /**
     * A letter that waits.
     *
     * @param quarantined the open entry of the quarantine, when its file was found without a letter
     */
    record Held(List<Sheet> sheets, Optional<UUID> quarantined) {

        public Held {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * One of its pages.
     *
     * @param text what was read
     */
    record Sheet(int number, String kind, String text) {

        boolean isLetter() {
            return kind.equals("letter");
        }
    }
}
