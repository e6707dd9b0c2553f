package fr.aubette.embedded;

import fr.aubette.embedded.DemoFiles.DemoFile;
import fr.aubette.receive.counter.CounterDoor;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plays a morning of invented citizens: each comes in by the channel's own door, once in the life of a data folder;
 * calls go on.
 */
@Component
@ConditionalOnExpression("${aubette.demo.enabled:false} and ${aubette.demo.traffic:true}")
class DemoTraffic {

    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(45);
    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);

    private final DemoSettings settings;
    private final EmbeddedSettings embedded;
    private final DemoSwitchboard switchboard;
    private final CounterDoor counter;
    private final ServletWebServerApplicationContext web;

    DemoTraffic(
            DemoSettings settings,
            EmbeddedSettings embedded,
            DemoSwitchboard switchboard,
            CounterDoor counter,
            ServletWebServerApplicationContext web) {
        this.settings = settings;
        this.embedded = embedded;
        this.switchboard = switchboard;
        this.counter = counter;
        this.web = web;
    }

    @EventListener(ApplicationReadyEvent.class)
    void play() {
        switchboard.playForever(BETWEEN_CALLS);
        Thread morning = new Thread(this::morning, "demo-traffic");
        morning.setDaemon(true);
        morning.start();
    }

    private void morning() {
        Path played = embedded.dataDir().resolve("demo-played");
        if (Files.exists(played)) {
            return;
        }
        try {
            sendMails();
            dropLetters();
            postForms();
            for (DemoFile visit : DemoFiles.of("visits")) {
                counter.take("demonstration", visit.bytes());
            }
            Files.createFile(played);
        } catch (IOException | MessagingException e) {
            LOG.warn("The demonstration stopped sending: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendMails() throws IOException, MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
        Session session = Session.getInstance(properties);
        InternetAddress[] to = {new InternetAddress(DemoMailbox.ADDRESS)};
        for (DemoFile mail : DemoFiles.of("mail")) {
            Transport.send(new MimeMessage(session, new ByteArrayInputStream(mail.bytes())), to);
        }
    }

    /** As a careful scanner does: written beside, then renamed. */
    private void dropLetters() throws IOException {
        for (DemoFile letter : DemoFiles.of("letters")) {
            Path written = settings.dropFolder().resolve(letter.name() + ".part");
            Files.write(written, letter.bytes());
            Files.move(written, settings.dropFolder().resolve(letter.name()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void postForms() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String base = "http://127.0.0.1:" + web.getWebServer().getPort() + "/formulaires/";
        for (DemoFile form : DemoFiles.of("forms")) {
            HttpRequest post = HttpRequest.newBuilder(
                            URI.create(base + form.name().replace(".json", "")))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                    .build();
            int status =
                    client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 400) {
                LOG.warn("The demonstration's form {} was answered {}", form.name(), status);
            }
        }
    }
}
