package fr.aubette.normalise.letter.render;

/** A file or a page that cannot be read, with a reason that an agent understands, in French. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
