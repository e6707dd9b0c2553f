package fr.aubette.hub;

import fr.aubette.Aubette;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** The whole hub with embedded PostgreSQL and Artemis in a folder of its own; one context for all tests that use it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Aubette.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = HubTest.OwnFolder.class)
public @interface HubTest {

    /** Free ports and an empty folder. */
    final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final AtomicInteger BROKERS = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("aubette-hub");
                deleteAtTheEnd(context, folder);
                int broker = BROKERS.incrementAndGet();
                Map<String, Object> own = Map.ofEntries(
                        Map.entry("aubette.embedded.postgres", "true"),
                        Map.entry("aubette.embedded.broker", "true"),
                        Map.entry("aubette.embedded.broker-id", broker),
                        Map.entry("aubette.broker.url", "vm://" + broker),
                        Map.entry("aubette.embedded.data-dir", folder.toString()),
                        Map.entry(
                                "aubette.content-dir", folder.resolve("content").toString()),
                        Map.entry("aubette.embedded.postgres-port", Ports.free()),
                        Map.entry("aubette.embedded.amqp-port", Ports.free()),
                        Map.entry("aubette.embedded.stomp-port", Ports.free()),
                        Map.entry("aubette.answer.mailboxes.essai.host", "127.0.0.1"),
                        Map.entry("aubette.answer.mailboxes.essai.port", PostOffice.port()),
                        Map.entry("aubette.answer.mailboxes.essai.tls", "none"),
                        Map.entry("aubette.answer.mailboxes.essai.address", PostOffice.ADDRESS),
                        Map.entry("aubette.answer.mailboxes.essai.name", "Département d'essai"),
                        Map.entry("aubette.answer.look-every", "100"),
                        Map.entry("aubette.answer.undo", "1s"),
                        Map.entry("aubette.calls.undo", "4s"),
                        Map.entry("aubette.calls.look-every", "500ms"),
                        Map.entry("aubette.answer.signature-book.enabled", "true"),
                        Map.entry("aubette.answer.signature-book.look-every", "200"),
                        Map.entry(
                                "aubette.answer.signature-book.folder",
                                folder.resolve("parapheur").toString()),
                        Map.entry("aubette.deadline.look-every", "12h"),
                        Map.entry("aubette.duty.look-every", "12h"),
                        Map.entry("aubette.stream.retry-delay", "50"),
                        // the tests' own streams stay open: to wait for them cost each fork half a minute at its end
                        Map.entry("server.shutdown", "immediate"),
                        Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"));
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own folder", own));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** What is registered first is destroyed last: by then nobody writes there. */
        private static void deleteAtTheEnd(ConfigurableApplicationContext context, Path folder) {
            ((DefaultListableBeanFactory) context.getBeanFactory())
                    .registerDisposableBean("own folder", () -> FileSystemUtils.deleteRecursively(folder));
        }
    }
}
