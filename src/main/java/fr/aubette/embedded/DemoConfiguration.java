package fr.aubette.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demonstration's mailbox, switchboard and drop folder. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("aubette.demo.enabled")
class DemoConfiguration {

    /** User and secret of the demonstration's switchboard, on loopback only. */
    static final String SWITCHBOARD_USER = "demo";

    @Bean
    DemoMailbox demoMailbox(DemoSettings settings) {
        return new DemoMailbox(settings.smtpPort(), settings.imapPort());
    }

    @Bean
    DemoSwitchboard demoSwitchboard(DemoSettings settings, Clock clock) throws IOException {
        Files.createDirectories(settings.dropFolder());
        return new DemoSwitchboard(settings.amiPort(), SWITCHBOARD_USER, SWITCHBOARD_USER, clock);
    }
}
