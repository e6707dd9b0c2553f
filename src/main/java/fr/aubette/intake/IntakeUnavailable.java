package fr.aubette.intake;

/** The door is closed for the moment (disk short, database away): the source must keep its item and come again. */
public class IntakeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IntakeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public IntakeUnavailable(String message) {
        super(message);
    }
}
