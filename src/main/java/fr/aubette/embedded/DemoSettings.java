package fr.aubette.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration's equipment, on loopback. Prefix {@code aubette.demo}, file {@code config/application-demo.yaml}.
 *
 * @param enabled whether there is a demonstration
 * @param traffic whether it sends mails, letters, forms, visits and calls by itself
 * @param smtpPort where one sends mails to {@value DemoMailbox#ADDRESS}
 * @param imapPort where the hub reads them
 * @param amiPort where the demonstration's switchboard speaks Asterisk's manager protocol
 * @param dropFolder where one drops scans
 */
@ConfigurationProperties("aubette.demo")
public record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("true") boolean traffic,
        @DefaultValue("2525") int smtpPort,
        @DefaultValue("1143") int imapPort,
        @DefaultValue("5039") int amiPort,
        @DefaultValue("data/courrier") Path dropFolder) {}
