package fr.aubette.outbox;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to the broker, shared by the relay and the routes. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    /** Bytes that a consumer fetches ahead: a dozen announcements, not the thousands of Artemis' default of 1 MiB. */
    private static final int CONSUMER_WINDOW = 4096;

    @Bean
    ConnectionFactory brokerConnections(BrokerSettings settings, ObjectProvider<BrokerAccess> embedded)
            throws JMSException {
        return factory(settings, embedded);
    }

    /** Waiting for each message inside a transaction, whose commit waits for all, made the relay the slowest part. */
    @Bean
    RelayConnections relayConnections(
            ConnectionFactory brokerConnections, BrokerSettings settings, ObjectProvider<BrokerAccess> embedded)
            throws JMSException {
        ActiveMQConnectionFactory together = factory(settings, embedded);
        together.setBlockOnDurableSend(false);
        return new RelayConnections(brokerConnections, together);
    }

    private static ActiveMQConnectionFactory factory(BrokerSettings settings, ObjectProvider<BrokerAccess> embedded)
            throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(settings.url());
        BrokerAccess access = embedded.getIfAvailable();
        factory.setUser(settings.user());
        factory.setPassword(access == null ? settings.password() : access.password());
        factory.setConsumerWindowSize(CONSUMER_WINDOW);
        return factory;
    }

    @Bean
    JmsComponent jms(ConnectionFactory brokerConnections) {
        JmsComponent component = JmsComponent.jmsComponent(brokerConnections);
        component.getConfiguration().setRecoveryInterval(2000);
        component.getConfiguration().setErrorHandlerLogStackTrace(false);
        return component;
    }
}
