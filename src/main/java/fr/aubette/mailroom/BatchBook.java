package fr.aubette.mailroom;

import fr.aubette.model.IntakeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: the batches, as the mail room sees them: never a word of a letter. */
public interface BatchBook {

    /** Those taken since, and older ones that are not done, these first, then the latest; at most so many. */
    List<Batch> recent(Instant since, int most);

    /** The letters of all of these together. */
    Batch.Letters totals(Instant since);

    Optional<Batch> find(UUID batch);

    /** How the files of these batches came again, the latest first; a batch that came once is not in it. */
    Map<UUID, List<Again>> again(Collection<UUID> batches);

    /** Its pages that were read, by number. */
    List<SheetLine> sheets(UUID batch);

    /** Its letters, by number. */
    List<LetterLine> letters(UUID batch);

    /** The intake of a letter; empty while it waits to be cut. */
    Optional<IntakeId> intake(UUID batch, int letter);

    /** Whether the file that an intake came in holds other letters too: its bytes are given to nobody. */
    boolean shared(IntakeId intake);

    /**
     * Letters by ticket number or number of the registered item, by the sender's name, by the day of arrival: all that
     * are given must hold. Never a protected one.
     *
     * @param hidden motives whose existence is hidden
     */
    List<Found> search(Asked asked, List<String> hidden, int most);

    /**
     * The same bytes, dropped again.
     *
     * @param times with this name and time of writing
     */
    record Again(String fileName, Instant lastAt, int times) {}

    /**
     * What is searched for.
     *
     * @param number blank for any
     * @param sender beginnings of words of the name; blank for any
     * @param day of arrival
     */
    record Asked(String number, String sender, Optional<LocalDate> day) {

        public boolean nothing() {
            return number.isBlank() && sender.isBlank() && day.isEmpty();
        }
    }

    /**
     * A letter that was found.
     *
     * @param ticket its number
     */
    record Found(UUID batch, int letter, String ticket, String sender, LocalDate arrivedOn, int first, int last) {}

    /**
     * A page.
     *
     * @param kind letter, blank or separator
     * @param state read, unreadable or unread
     * @param reason why it was not read, in French
     * @param steps what was done to its picture
     * @param cut why a letter begins here: file, separator, guess or hand; blank when none does
     */
    record SheetLine(
            int number,
            String kind,
            String state,
            String reason,
            int confidence,
            int rotation,
            List<String> steps,
            Optional<Integer> letter,
            String cut) {}

    /**
     * A letter of a batch.
     *
     * @param state desk, under-way, waiting, set-aside or dismissed
     * @param waits why a person must say where it ends, in French
     * @param cutBy who said so
     * @param cuttable whether somebody may say so
     */
    record LetterLine(
            int number,
            int first,
            int last,
            int pages,
            String state,
            Optional<LocalDate> arrivedOn,
            Optional<String> waits,
            Optional<String> cutBy,
            boolean cuttable) {}
}
