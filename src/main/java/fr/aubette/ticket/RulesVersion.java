package fr.aubette.ticket;

/** Port: which rules of classification are in force. */
@FunctionalInterface
public interface RulesVersion {

    /** Some letters and digits, the same on every hub with the same files. */
    String current();
}
