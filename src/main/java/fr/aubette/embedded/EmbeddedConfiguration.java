package fr.aubette.embedded;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Partner;
import fr.aubette.outbox.BrokerAccess;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts inside this process what the configuration asks for. */
@Configuration(proxyBeanMethods = false)
class EmbeddedConfiguration {

    @Bean
    @ConditionalOnProperty("aubette.embedded.postgres")
    PostgresServer embeddedPostgres(EmbeddedSettings settings) throws IOException {
        return new PostgresServer(settings.dataDir().resolve("postgres"), settings.postgresPort());
    }

    @Bean
    @ConditionalOnProperty("aubette.embedded.postgres")
    JdbcConnectionDetails embeddedPostgresDetails(PostgresServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    @Bean
    @ConditionalOnProperty("aubette.embedded.broker")
    BrokerServer embeddedBroker(EmbeddedSettings settings, Catalogue catalogue) throws IOException {
        return new BrokerServer(
                settings.dataDir().resolve("broker"),
                settings.brokerId(),
                settings.amqpPort(),
                settings.stompPort(),
                settings.queueMemory().toBytes(),
                catalogue.directorates().keySet(),
                catalogue.partners().values().stream()
                        .filter(each -> each.way() == Partner.Way.QUEUE)
                        .map(Partner::code)
                        .toList());
    }

    @Bean
    @ConditionalOnProperty("aubette.embedded.broker")
    BrokerAccess embeddedBrokerAccess(BrokerServer server) {
        return () -> server.password(BrokerServer.HUB);
    }
}
