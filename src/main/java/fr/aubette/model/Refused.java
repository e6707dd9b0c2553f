package fr.aubette.model;

/**
 * Says that an item can never be handled as it is, however often one tries: it goes to quarantine at once.
 *
 * <p>The message is read by an agent: what is wrong with the item, in plain words, without its text.
 */
public class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason);
    }

    public Refused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
