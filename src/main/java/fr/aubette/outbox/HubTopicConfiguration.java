package fr.aubette.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.live.Changes;
import fr.aubette.model.CallControl;
import fr.aubette.model.CallListener;
import jakarta.jms.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With a broker of its own inside, a hub is alone: there is nobody to tell. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "aubette.embedded.broker", havingValue = "false", matchIfMissing = true)
class HubTopicConfiguration {

    @Bean
    HubTopic hubTopic(
            ConnectionFactory brokerConnections,
            ObjectMapper json,
            ObjectProvider<CallListener> listeners,
            ObjectProvider<CallControl> exchanges,
            ObjectProvider<Changes> changes) {
        return new HubTopic(
                brokerConnections,
                json,
                () -> listeners.stream().toList(),
                () -> exchanges.stream().toList(),
                ticket -> changes.getObject().elsewhere(ticket));
    }

    @Bean
    CallControl exchangesOfOtherHubs(HubTopic hubs) {
        return hubs.orders();
    }
}
