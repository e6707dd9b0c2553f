package fr.aubette.answer;

/** The answer is no longer as the page showed it: it was saved elsewhere, left, or somebody decided. */
public class TooLate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long version;

    public TooLate(long version) {
        super("the answer has moved on");
        this.version = version;
    }

    /** Its version by now. */
    public long version() {
        return version;
    }
}
