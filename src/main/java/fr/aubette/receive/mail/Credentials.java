package fr.aubette.receive.mail;

/** What a mailbox is opened with. */
interface Credentials {

    /**
     * A password, or a token that is still good.
     *
     * @throws MailboxTrouble if there is none, naming the step that failed
     */
    String secret() throws MailboxTrouble;

    /** The server refused the last one: perhaps it was withdrawn before its time. */
    default void refused() {
        // a password stays what it is
    }
}
