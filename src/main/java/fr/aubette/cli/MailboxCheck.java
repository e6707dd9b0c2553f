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
            String reason = String.valueOf(e.getMessage());
            return Finding.failure(
                    new Said(reason, reason),
                    new Said(
                            "correct what it names in channels.yaml, or at the server",
                            "corrigez ce qui est nommé dans channels.yaml, ou sur le serveur"));
        }
    }
}
