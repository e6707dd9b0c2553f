package fr.aubette.ticket;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who is owed an answer of a request that has two people to answer.
 *
 * @param name as the contact gave it; blank when it gave none
 * @param mail blank when it gave none
 * @param answeredAt empty while nothing has gone to them
 */
public record Addressee(Role role, String name, String mail, Optional<Instant> answeredAt) {

    /** Which of the two. */
    public enum Role {
        /** Who wrote, for somebody else. */
        OFFICIAL,
        /** Whom it is for. */
        CITIZEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Role> ofCode(String code) {
            return java.util.Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }
    }
}
