package fr.aubette.cli;

/** The command line cannot be understood; the message says why, in English and French. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String english, String french) {
        super(english + " / " + french);
    }
}
