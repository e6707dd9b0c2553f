package fr.aubette.receive.counter;

import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Where the desk hands over an agent's entry; the way goes through the route {@code receive-counter}. */
@Component
public class CounterDoor {

    private final ProducerTemplate camel;
    private final String endpoint;

    CounterDoor(ProducerTemplate camel, CounterSettings settings) {
        this.camel = camel;
        this.endpoint = "direct:receive-counter-" + settings.source() + "?block=false";
    }

    /**
     * Takes the entry; when this returns, it is safe.
     *
     * @param agent the sign-in name, from the session and never from the body
     * @param json as docs/channels/counter.md describes
     * @throws fr.aubette.model.Refused if the entry cannot be taken as it is, with a reason for the agent
     * @throws IntakeUnavailable if the door is closed for the moment
     */
    public Taken take(String agent, byte[] json) {
        CounterPost post = new CounterPost(agent, json);
        Exchange exchange = camel.send(endpoint, each -> each.getIn().setBody(post));
        Exception failure = exchange.getException();
        if (failure instanceof RejectedExecutionException) {
            throw new IntakeUnavailable("the routes are not running", failure);
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new IntakeUnavailable("the counter's route does not answer", failure);
        }
        return exchange.getMessage().getBody(Taken.class);
    }
}
