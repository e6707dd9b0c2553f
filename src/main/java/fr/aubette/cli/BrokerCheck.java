package fr.aubette.cli;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Whether Artemis answers and lets the hub in. */
record BrokerCheck(String url, String user, String password) implements Check {

    private static final long LIMIT_MILLIS = 4000;

    @Override
    public Finding look() {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
            factory.setInitialConnectAttempts(1);
            factory.setReconnectAttempts(0);
            factory.setCallTimeout(LIMIT_MILLIS);
            try (Connection connection = factory.createConnection(user, password)) {
                connection.createSession().close();
                return Finding.ok("Artemis lets " + user + " in", "Artemis accepte " + user);
            }
        } catch (JMSSecurityException e) {
            return Finding.failure(
                    new Said("Artemis refuses the account " + user, "Artemis refuse le compte " + user),
                    new Said(
                            "check aubette.broker.user and password, and its roles",
                            "vérifiez aubette.broker.user et password, et ses rôles"));
        } catch (JMSException | RuntimeException e) {
            return Finding.failure(
                    new Said("no answer", "pas de réponse"),
                    new Said(
                            "start Artemis, or correct aubette.broker.url",
                            "démarrez Artemis ou corrigez aubette.broker.url"));
        }
    }
}
