package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.aubette.model.RawItem;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailItemsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final MailItems items = new MailItems(Clock.fixed(NOW, ZoneOffset.UTC));
    private Folder folder;

    @BeforeEach
    void open() throws Exception {
        server.start();
        server.setUser("contact@example.org", "contact", "secret");
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), "contact", "secret");
        folder = store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void givesUpAMailThatTheServerNeverHandsOver() throws Exception {
        for (int attempt = 1; attempt < FetchFailures.PATIENCE; attempt++) {
            assertThatThrownBy(this::broken).hasMessage("truncated literal");
        }

        RawItem given = broken();

        assertThat(given.facts()).containsEntry("unreadable", "MessagingException");
        assertThat(given.reference()).startsWith("contact/INBOX:uid:");
        assertThat(given.receivedAt()).isEqualTo(NOW);
        assertThat(given.content().bytes()).isEmpty();
    }

    @Test
    void doesNotBlameAMailForALostConnection() throws Exception {
        folder.close();

        for (int attempt = 1; attempt < 10; attempt++) {
            assertThatThrownBy(this::broken).isInstanceOfAny(MessagingException.class, IllegalStateException.class);
        }
    }

    private RawItem broken() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Exchange exchange = camel.getEndpoint("imap://127.0.0.1?username=contact&password=secret")
                    .createExchange();
            exchange.setIn(new MailMessage(exchange, new Broken(folder), false));
            return items.toItem(exchange, "courriel", 1_000);
        }
    }

    /** A mail as a damaged mailbox shows it: there, but not to be had. */
    private static final class Broken extends MimeMessage {

        private Broken(Folder folder) {
            super(folder, 1);
        }

        @Override
        public int getSize() {
            return 100;
        }

        @Override
        public void writeTo(OutputStream out) throws MessagingException {
            throw new MessagingException("truncated literal");
        }
    }
}
