package fr.aubette.receive.phone;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One exchange of which a route takes the calls. */
final class SwitchboardEndpoint extends DefaultEndpoint {

    private final SwitchboardComponent component;
    private final LineSettings settings;

    SwitchboardEndpoint(String uri, SwitchboardComponent component, LineSettings settings) {
        super(uri, component);
        this.component = component;
        this.settings = settings;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("calls come from a switchboard, nothing goes to it");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new SwitchboardConsumer(this, processor, component, settings);
    }
}
