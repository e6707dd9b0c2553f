package fr.aubette.model;

/**
 * Port: asks exchanges to place calls and to pass them on. Each asks and returns; how it went is heard as of any call.
 */
public interface CallControl {

    /** Whether this exchange takes such orders at this moment. */
    boolean takes(String line);

    /**
     * Rings an agent's telephone and, once answered, the citizen's.
     *
     * @param extension of the agent's telephone
     * @param number the citizen's, in E.164 form
     * @throws Refused if the exchange does not take it, with a reason for the agent
     */
    void place(String line, String extension, String number);

    /**
     * Passes a call on at once; the agent is free.
     *
     * @param conversation as in {@link LiveCall#conversation()}
     * @param extension of the agent who speaks
     * @param to extension or number to ring
     * @throws Refused if the exchange does not take it, with a reason for the agent
     */
    void passOn(String line, String conversation, String extension, String to);
}
