package fr.aubette.partner;

import fr.aubette.model.Partner;
import fr.aubette.model.TicketId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A request passed on to another institution.
 *
 * @param partner code in {@code config/partners.yaml}
 * @param address to which it was sent: a mail address, a queue or a folder
 * @param way by which
 * @param answerBy the day by which the partner owes an answer
 * @param receivedOn the day on which the partner had it, once it said so
 * @param handed whether it has been put into the folder; true for any other way
 * @param remark why it was given back; blank else
 */
public record Transfer(
        UUID id,
        TicketId ticket,
        String partner,
        String address,
        Partner.Way way,
        LocalDate sentOn,
        LocalDate answerBy,
        State state,
        Optional<LocalDate> receivedOn,
        boolean handed,
        String remark) {

    /** What became of it. */
    public enum State {
        SENT,
        ACCEPTED,
        /** By the partner. */
        RETURNED,
        /** Its mail never reached the partner. */
        UNDELIVERED;

        /** Whether it is with the partner. */
        public boolean underWay() {
            return this == SENT || this == ACCEPTED;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
