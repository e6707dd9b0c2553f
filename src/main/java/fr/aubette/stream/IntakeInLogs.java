package fr.aubette.stream;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Puts the intake's id on every log line of its journey: all that a log may say of whom it is about. */
@Component("intakeInLogs")
public class IntakeInLogs extends RoutePolicySupport {

    static final String KEY = "intake";

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        MDC.put(KEY, exchange.getMessage().getBody(String.class));
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        MDC.remove(KEY);
    }
}
