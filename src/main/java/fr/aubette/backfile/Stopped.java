package fr.aubette.backfile;

/** Says that the hub stops, or no longer holds the lease, in the middle of a document: what was read is kept. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("the back-file stops here and goes on later", null, false, false);
    }
}
