package fr.aubette.receive.letter.remote;

/** Says that a file was fetched before its writer had ended: it stays where it is and is fetched again later. */
final class NotWholeYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotWholeYet() {
        super("the end of a file is missing: it is fetched again later", null, false, false);
    }
}
