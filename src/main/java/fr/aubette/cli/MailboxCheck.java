package fr.aubette.cli;

import fr.aubette.receive.mail.MailboxTrial;
import fr.aubette.receive.mail.MailboxTrouble;
import java.util.Map;

/**
 * Whether a mailbox lets the hub in and has its folder.
 *
 * @param name its entry of {@code channels.yaml}
 * @param source its keys, with defaults
 */
record MailboxCheck(String name, Map<String, String> source) implements Check {

    @Override
    public Finding look() {
        try {
            MailboxTrial.open(name, source);
            return Finding.ok("mailbox open", "boîte ouverte");
        } catch (MailboxTrouble e) {
            return Finding.unopened(e);
        }
    }
}
