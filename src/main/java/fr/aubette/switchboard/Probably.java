package fr.aubette.switchboard;

import fr.aubette.classify.Routing;
import fr.aubette.classify.RoutingSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a call is probably about, by the number dialled or its queue, as {@code config/routing.yaml} says. */
@Component
public class Probably {

    private final RoutingSource routing;

    Probably(RoutingSource routing) {
        this.routing = routing;
    }

    /** Code of the motive; blank when neither number nor queue has one. */
    public String about(String dialled, Optional<String> queue) {
        Routing rules = routing.current();
        String byNumber = rules.numbers().get(dialled.replaceAll("\\D", ""));
        return byNumber != null
                ? byNumber
                : queue.map(each -> rules.queues().getOrDefault(each, "")).orElse("");
    }
}
