package fr.aubette.receive.mail;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One mailbox of which a route takes the mails. */
final class MailboxEndpoint extends DefaultEndpoint {

    private final MailboxComponent component;
    private final MailboxSettings settings;

    MailboxEndpoint(String uri, MailboxComponent component, MailboxSettings settings) {
        super(uri, component);
        this.component = component;
        this.settings = settings;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("mails come from a mailbox, nothing goes to it");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new MailboxConsumer(this, processor, component, settings);
    }
}
