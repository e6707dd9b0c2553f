package fr.aubette.answer;

/** What was asked cannot be done with this answer; the reason is for its author. */
public class CannotLeave extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Stop stop;

    public CannotLeave(Stop stop) {
        super("stopped: " + stop.why());
        this.stop = stop;
    }

    public Stop stop() {
        return stop;
    }
}
