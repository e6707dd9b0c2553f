package fr.aubette.model;

/**
 * Who is told how calls go, while they go on: a screen, a supervision.
 *
 * <p>Told from one thread an exchange, in the order of events, and at a start or after a break once for each call that
 * goes on. Whoever listens returns at once and throws nothing: work is done elsewhere. A call that is told here may
 * never become a contact, and a contact may come of which nothing was told here.
 */
public interface CallListener {

    /** The call has changed; the record is the whole of it. */
    void heard(LiveCall call);

    /** The member has changed; told for each when a connection begins. */
    void heard(LiveMember member);

    /**
     * How the connection with an exchange is; while it is down what was told of its calls may be out of date.
     *
     * @param line the exchange's name
     */
    void connected(String line, boolean connected);
}
