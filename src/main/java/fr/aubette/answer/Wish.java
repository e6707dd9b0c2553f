package fr.aubette.answer;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * How a citizen may be reached without danger.
 *
 * @param address of a wish about one address; blank else
 * @param setBy sign-in name of the agent to whom the citizen said it
 */
public record Wish(UUID id, Kind kind, String address, String setBy, Instant setAt) {

    /** What is wished. */
    public enum Kind {
        /** Never a mail, whatever the address. */
        NEVER_MAIL,
        /** Mails to this address alone; several wishes allow several. */
        ONLY_ADDRESS,
        /** Never to this address: somebody else reads it. */
        NEVER_ADDRESS,
        /** Never a letter: somebody else opens it. */
        NEVER_LETTER,
        /** Never a call; shown to agents, the program does not call. */
        NEVER_PHONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        public boolean aboutAddress() {
            return this == ONLY_ADDRESS || this == NEVER_ADDRESS;
        }
    }
}
