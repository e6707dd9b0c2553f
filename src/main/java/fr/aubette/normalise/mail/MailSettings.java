package fr.aubette.normalise.mail;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word is believed about a mail. Prefix {@code aubette.mail}, file {@code config/application.yaml}.
 *
 * @param agentDomains domains of our agents' addresses, and those below them: of what they forward, the citizen is who
 *     first wrote it; none unless told
 * @param trustedServers names (authserv-id, RFC 8601) under which our own mail servers note their checks of a sender;
 *     none unless told
 */
@ConfigurationProperties("aubette.mail")
public record MailSettings(
        @DefaultValue List<String> agentDomains,
        @DefaultValue List<String> trustedServers) {

    public MailSettings {
        agentDomains = agentDomains.stream().map(MailSettings::lower).toList();
        trustedServers = trustedServers.stream().map(MailSettings::lower).toList();
        for (String domain : agentDomains) {
            if (domain.isEmpty() || domain.contains("@")) {
                throw new IllegalArgumentException(
                        "aubette.mail.agent-domains must hold domains, holds '" + domain + "'");
            }
        }
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether this address, in lower case, is one of our agents'. */
    boolean isAgent(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return agentDomains.stream().anyMatch(ours -> domain.equals(ours) || domain.endsWith("." + ours));
    }
}
