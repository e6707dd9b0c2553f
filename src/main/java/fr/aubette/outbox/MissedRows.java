package fr.aubette.outbox;

/** Port: the register of what was missed. */
@FunctionalInterface
public interface MissedRows {

    /** Keeps it, once. */
    void keep(MissedMessage missed);
}
