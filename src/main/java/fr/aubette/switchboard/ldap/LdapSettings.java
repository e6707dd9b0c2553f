package fr.aubette.switchboard.ldap;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where colleagues are found by LDAP. Prefix {@code aubette.directory.ldap}, file {@code config/application.yaml}.
 *
 * @param url {@code ldaps://host} or {@code ldap://host}; blank: there is none
 * @param user distinguished name to sign in with; blank for nobody
 * @param base below which people are
 * @param filter who counts (RFC 4515)
 * @param every between two readings; 1m to 24h, 10m unless told
 * @param attributes where each thing is
 */
@ConfigurationProperties("aubette.directory.ldap")
public record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String base,

        @DefaultValue("(&(objectClass=person)(telephoneNumber=*))")
        String filter,

        @DefaultValue("10m") Duration every,
        @DefaultValue Attributes attributes) {

    /**
     * Names of attributes; a blank one is not read.
     *
     * @param awayUntil last day of an absence, as {@code 2026-11-30} or a generalised time
     * @param deputy a name, or the distinguished name of a colleague
     */
    public record Attributes(
            @DefaultValue("cn") String name,
            @DefaultValue("telephoneNumber") String phone,
            @DefaultValue("title") String role,
            @DefaultValue("o") String directorate,
            @DefaultValue("ou") String service,
            @DefaultValue("l") String site,
            @DefaultValue("description") String words,
            @DefaultValue("") String awayUntil,
            @DefaultValue("") String deputy) {

        Set<String> all() {
            return Stream.of(name, phone, role, directorate, service, site, words, awayUntil, deputy)
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.toSet());
        }
    }

    public LdapSettings {
        if (!url.isBlank() && !url.matches("ldaps?://\\S+")) {
            throw new IllegalArgumentException("aubette.directory.ldap.url must be like ldaps://host, is " + url);
        }
        if (!url.isBlank() && base.isBlank()) {
            throw new IllegalArgumentException("aubette.directory.ldap.base must not be blank");
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || every.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("aubette.directory.ldap.every must lie in 1m..24h, is " + every);
        }
        if (attributes.name().isBlank() || attributes.phone().isBlank()) {
            throw new IllegalArgumentException("aubette.directory.ldap.attributes need a name and a phone");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + "/" + base;
    }
}
