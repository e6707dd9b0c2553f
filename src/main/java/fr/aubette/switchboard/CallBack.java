package fr.aubette.switchboard;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A citizen who is owed a call, as one agent sees it.
 *
 * @param number in E.164 form
 * @param motive what the call was probably about; empty when the agent does not see the content
 * @param citizen first and last name; blank when unknown, or when the agent does not see the content
 * @param ticket number of its ticket
 * @param directorate who leads it
 * @param firstMissedAt from when on the citizen waits
 * @param missed how many calls nobody answered
 * @param tries how often we called back without reaching anybody
 * @param takenBy who is about to call
 * @param end how it ended; empty while it is owed
 */
public record CallBack(
        UUID id,
        String number,
        String motive,
        String citizen,
        String ticket,
        String directorate,
        Instant firstMissedAt,
        Instant lastMissedAt,
        int missed,
        int tries,
        Optional<String> takenBy,
        Optional<End> end) {

    /** Why nobody is owed a call any more. */
    public enum Why {
        /** The citizen got through later. */
        ANSWERED,
        /** An agent called back and reached the citizen. */
        REACHED,
        /** An agent gave up. */
        GIVEN_UP,
        /** Its ticket ended otherwise. */
        TICKET_ENDED;

        /** As in the {@code call_back.why} column. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The reason with this code. */
        public static Why ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * How it ended.
     *
     * @param by sign-in name of the agent; empty when the program saw it
     * @param answeredAt when the citizen got through
     */
    public record End(Why why, Instant at, Optional<String> by, Optional<Instant> answeredAt) {}
}
