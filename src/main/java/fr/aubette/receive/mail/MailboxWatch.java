package fr.aubette.receive.mail;

import java.util.Optional;

/** Port: who is told how each mailbox is. */
public interface MailboxWatch {

    /**
     * The mailbox answered.
     *
     * @param route id of its route
     * @param remark what an administrator should know although it is read; no personal data
     */
    void answered(String route, Optional<String> remark);

    /** The mailbox could not be read; the reason is for an administrator. */
    void failed(String route, String reason);
}
