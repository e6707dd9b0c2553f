package fr.aubette.switchboard.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.DirectoryCopies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Colleagues of an LDAP server in this process. */
class LdapDirectoryTest {

    private static final String BASE = "ou=agents,dc=departement,dc=example";
    private static final String ACCOUNT = "cn=aubette,dc=departement,dc=example";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:05:00Z"), ZoneOffset.UTC);

    private InMemoryDirectoryServer server;

    @BeforeEach
    void open() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=departement,dc=example");
        config.setSchema(null);
        config.addAdditionalBindCredentials(ACCOUNT, "secret");
        config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap", 0));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=departement,dc=example", "objectClass: domain", "dc: departement");
        server.add("dn: " + BASE, "objectClass: organizationalUnit", "ou: agents");
        server.add(
                "dn: uid=sgarnier," + BASE,
                "objectClass: person",
                "cn: Solène Garnier",
                "telephoneNumber: 4204",
                "title: instructrice APA",
                "o: Autonomie",
                "ou: Évaluation",
                "l: Laon",
                "description: perte d'autonomie",
                "description: GIR");
        server.add(
                "dn: uid=blacaze," + BASE,
                "objectClass: person",
                "cn: Bertrand Lacaze",
                "telephoneNumber: 4205",
                "absentUntil: 20261204000000Z",
                "secretary: UID=sgarnier, " + BASE.toUpperCase(java.util.Locale.ROOT));
        server.add("dn: uid=nobody," + BASE, "objectClass: person", "cn: Sans Poste");
        server.startListening();
    }

    @AfterEach
    void close() {
        server.shutDown(true);
    }

    @Test
    void readsEachThingFromItsAttribute() throws Exception {
        List<Colleague> all = new LdapReader(settings(Map.of())).read();

        assertThat(all).extracting(Colleague::name).containsExactlyInAnyOrder("Solène Garnier", "Bertrand Lacaze");
        Colleague solene = named(all, "Solène Garnier");
        assertThat(solene.phone()).isEqualTo("4204");
        assertThat(solene.role()).isEqualTo("instructrice APA");
        assertThat(solene.directorate()).isEqualTo("Autonomie");
        assertThat(solene.service()).isEqualTo("Évaluation");
        assertThat(solene.site()).isEqualTo("Laon");
        assertThat(solene.words()).contains("perte d'autonomie", "GIR");
    }

    @Test
    void knowsWhoIsAwayAndWhoAnswersMeanwhile() throws Exception {
        Colleague bertrand = named(new LdapReader(settings(Map.of())).read(), "Bertrand Lacaze");

        assertThat(bertrand.away(LocalDate.of(2026, 12, 4))).isTrue();
        assertThat(bertrand.away(LocalDate.of(2026, 12, 5))).isFalse();
        assertThat(bertrand.deputy()).isEqualTo("Solène Garnier");
    }

    @Test
    void readsMoreThanAServerGivesAtOnce() throws Exception {
        for (int i = 0; i < 1_201; i++) {
            server.add("dn: uid=n" + i + "," + BASE, "objectClass: person", "cn: Agent " + i, "telephoneNumber: 5" + i);
        }

        assertThat(new LdapReader(settings(Map.of())).read()).hasSize(1_203);
    }

    @Test
    void keepsWhatItReadWhileTheServerIsAway() throws Exception {
        LdapDirectory directory = new LdapDirectory(settings(Map.of()), new Copies(), CLOCK);
        directory.round();
        assertThat(directory.all()).hasSize(2);
        assertThat(directory.staleSince()).isEmpty();
        server.shutDown(true);

        directory.round();

        assertThat(directory.all()).hasSize(2);
        assertThat(directory.staleSince()).contains(CLOCK.instant());
    }

    @Test
    void hasAfterARestartWhatTheServerSaidWhenItLastAnswered() throws Exception {
        Copies copies = new Copies();
        LdapSettings settings = settings(Map.of());
        new LdapDirectory(settings, copies, CLOCK).round();
        server.shutDown(true);
        LdapDirectory restarted = new LdapDirectory(settings, copies, Clock.offset(CLOCK, Duration.ofHours(3)));

        restarted.round();

        assertThat(restarted.all()).extracting(Colleague::name).contains("Solène Garnier", "Bertrand Lacaze");
        assertThat(restarted.staleSince()).contains(CLOCK.instant());
    }

    @Test
    void hasNobodyWhereItNeverReadAnything() throws Exception {
        server.shutDown(true);
        LdapDirectory directory = new LdapDirectory(settings(Map.of()), new Copies(), CLOCK);

        directory.round();

        assertThat(directory.all()).isEmpty();
        assertThat(directory.staleSince()).isEmpty();
    }

    @Test
    void saysWhyItCannotRead() {
        assertThatThrownBy(() -> new LdapReader(settings(Map.of("password", "wrong"))).read())
                .isInstanceOf(java.io.IOException.class)
                .hasMessageContaining("49");
    }

    @Test
    void refusesAWrongSetting() {
        assertThatThrownBy(() -> settings(Map.of("url", "ldap.example")))
                .rootCause()
                .hasMessageContaining("url");
        assertThatThrownBy(() -> settings(Map.of("every", "1s"))).rootCause().hasMessageContaining("every");
    }

    private static Colleague named(List<Colleague> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private LdapSettings settings(Map<String, String> other) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "d.url",
                "ldap://127.0.0.1:" + server.getListenPort(),
                "d.user",
                ACCOUNT,
                "d.password",
                "secret",
                "d.base",
                BASE,
                "d.every",
                Duration.ofMinutes(10).toString(),
                "d.attributes.away-until",
                "absentUntil",
                "d.attributes.deputy",
                "secretary"));
        other.forEach((key, value) -> values.put("d." + key, value));
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("d", LdapSettings.class)
                .get();
    }

    /** Keeps in memory. */
    private static final class Copies implements DirectoryCopies {

        private final Map<String, Copy> kept = new HashMap<>();

        @Override
        public void keep(String source, Copy copy) {
            kept.put(source, copy);
        }

        @Override
        public Optional<Copy> last(String source) {
            return Optional.ofNullable(kept.get(source));
        }
    }
}
