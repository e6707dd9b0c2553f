package fr.aubette.ticket;

/** Somebody changed the ticket after the page was made: nothing was done, the agent looks and decides again. */
public class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stale(String number) {
        super(number + " has changed since it was read");
    }
}
