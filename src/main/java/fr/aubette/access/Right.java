package fr.aubette.access;

import java.util.Locale;

/**
 * One thing that a person may do.
 *
 * @param directorate where; blank for what is not tied to one
 * @param service the walled service; blank unless {@link Kind#WALLED}
 */
public record Right(Kind kind, String directorate, String service) {

    /** What a right is about. */
    public enum Kind {
        /** Works on a directorate's tickets. */
        AGENT,
        /** Sees a directorate's protected tickets. */
        PROTECTED,
        /** Sees the tickets of a service that is walled off from the rest of its directorate. */
        WALLED,
        /** An agent who also looks after the others and what could not be handled. */
        SUPERVISOR,
        /** Sees everywhere that a matter is open and who has it, never what it says. */
        SWITCHBOARD,
        /** Looks after scans and what could not be handled. */
        MAILROOM,
        /** Makes accounts; reads no ticket by that alone. */
        ADMINISTRATOR;

        /** As in the {@code account_right.kind} column. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with this code. */
        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether it holds in one directorate only. */
        public boolean inDirectorate() {
            return this == AGENT || this == PROTECTED || this == WALLED || this == SUPERVISOR;
        }
    }

    /**
     * Refuses a right that says too much or too little.
     *
     * @throws IllegalArgumentException if a directorate or service is missing or misplaced
     */
    public Right {
        if (kind.inDirectorate() == directorate.isBlank()) {
            throw new IllegalArgumentException(kind + " and a directorate: both or neither, is '" + directorate + "'");
        }
        if ((kind == Kind.WALLED) == service.isBlank()) {
            throw new IllegalArgumentException("only a walled right names a service, is '" + service + "'");
        }
    }

    public static Right in(Kind kind, String directorate) {
        return new Right(kind, directorate, "");
    }

    public static Right everywhere(Kind kind) {
        return new Right(kind, "", "");
    }
}
