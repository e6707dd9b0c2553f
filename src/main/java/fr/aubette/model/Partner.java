package fr.aubette.model;

import java.util.List;
import java.util.Locale;

/**
 * Another institution, to which what belongs to it is passed on: an entry of {@code config/partners.yaml}.
 *
 * @param code stable upper-case code, for example {@code CAF}
 * @param label as citizens read it
 * @param names how people call it
 * @param says what we tell the citizen who wrote to us instead
 * @param site where the citizen can go directly; blank when there is none
 * @param mail where requests are passed on to by mail; blank: an agent gives the address
 * @param way how they are passed on unless an agent gives an address
 * @param folder where they are put when that is by file; blank else
 * @param answers by when it owes an answer, counted from the day on which it is passed on
 */
public record Partner(
        String code,
        String label,
        List<String> names,
        String says,
        String site,
        String mail,
        Way way,
        String folder,
        Answers answers) {

    /** How a request is passed on. */
    public enum Way {
        MAIL,
        /** Onto the durable queue {@code aubette.partner.<code>}. */
        QUEUE,
        /** Into a folder that the partner's software empties. */
        FILE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Way ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * By when a partner owes an answer.
     *
     * @param amount how many units; more than zero
     * @param article where it is written
     */
    public record Answers(int amount, Motive.Clock.Unit unit, String article) {

        /** A month, by nobody's rule but ours: silence must be seen. */
        public static final Answers IN_A_MONTH = new Answers(1, Motive.Clock.Unit.MONTHS, "suivi des transmissions");
    }

    public Partner {
        names = List.copyOf(names);
    }
}
