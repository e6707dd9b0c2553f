package fr.aubette.intake;

/** Says that an intake was tried so often without an end, perhaps killing the process, that a person must look. */
public class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Exhausted(int attempts) {
        super("tried " + attempts + " times without an end, perhaps because it stops the program", null, false, false);
    }
}
