package fr.aubette.ticket;

/** Port: what a text is about when nobody is in danger. */
@FunctionalInterface
public interface OrdinaryRules {

    /** Code of the motive; that of triage when it is not sure. */
    String motive(String subject, String text);
}
