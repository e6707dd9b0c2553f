package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.switchboard.ldap.LdapSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the doctor says of the directory of colleagues. */
class DirectoryCheckTest {

    @Test
    void namesAServerThatDoesNotAnswerAndTheKeysToLookAt() throws IOException {
        String url;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "ldap://127.0.0.1:" + closed.getLocalPort();
        }
        LdapSettings settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("d.url", url, "d.base", "dc=departement,dc=example", "d.password", "secret")))
                .bind("d", LdapSettings.class)
                .get();

        Finding found = new DirectoryCheck(settings).look();

        assertThat(found.state()).isEqualTo(Finding.State.FAILURE);
        assertThat(found.what().english()).contains(url).doesNotContain("secret");
        assertThat(found.advice().english()).contains("aubette.directory.ldap");
    }
}
