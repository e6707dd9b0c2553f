package fr.aubette.receive.mail;

import jakarta.mail.Message;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.stereotype.Component;

/**
 * Names a mail for Camel by its number in the folder. Camel's own generator fetches a header for each mail before the
 * first is handled: one round trip each, and one mail that cannot be read stops all. No identity is taken from it.
 */
@Component("mailUids")
public class MailUids implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        return Integer.toString(message.getMessageNumber());
    }
}
