package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.receive.mail.MailboxSettings.Afterwards;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxSettingsTest {

    @Test
    void readsAnEntry() {
        MailboxSettings settings =
                MailboxSettings.of("contact", entry(Map.of("moveTo", "Traités", "since", "2026-09-01")));

        assertThat(settings.afterwards()).isEqualTo(Afterwards.MOVE);
        assertThat(settings.delay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.since()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
        assertThat(settings.place()).isEqualTo("contact/INBOX");
    }

    @ParameterizedTest
    @CsvSource({
        "host,'',a value",
        "port,70000,a whole number from 1 to 65535",
        "protocol,pop3,imaps | starttls | imap",
        "idle,oui,true | false",
        "delay,bientôt,'a time such as 10s, at most 1h'",
        "afterwards,delete,seen | move | leave",
        "afterwards,move,a folder exactly when afterwards is move",
        "since,hier,a day such as 2026-09-01",
        "password,'','a password, or tokenUrl with what it needs: one of the two'",
        "tokenUrl,ftp://example.org,an https address",
        "tokenUrl,https://login.example.org/token,a value",
        "maxSize,10,a whole number from 1000 to 2147482623"
    })
    void namesTheKeyThatIsWrong(String key, String value, String expected) {
        assertThatThrownBy(() -> MailboxSettings.of("contact", entry(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("channels.yaml, mailbox contact: ")
                .hasMessageEndingWith("expected " + expected);
    }

    private static Map<String, String> entry(Map<String, String> more) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "host", "imap.departement.example",
                "port", "993",
                "protocol", "imaps",
                "user", "contact",
                "password", "secret",
                "folder", "INBOX",
                "idle", "true",
                "delay", "10s",
                "maxSize", "1000000"));
        entry.putAll(more);
        return entry;
    }
}
