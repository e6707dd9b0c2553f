package fr.aubette.model;

import java.util.Locale;

/** How a contact ended; each contact has exactly one. */
public enum Outcome {
    /** A ticket was opened. */
    OPENED,
    /** It joined a ticket. */
    JOINED,
    /** Answered at first level: counted, no clock. */
    SETTLED,
    /** From the back-file: to its citizen and case file, nothing else. */
    FILED,
    /** A machine's mail or a flood, with a reason. */
    SUPPRESSED,
    /** Refused for good, with a reason. */
    REJECTED,
    /** The program could not handle it: a person decides. */
    QUARANTINED;

    /** As in the {@code intake.outcome} column and the counters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
