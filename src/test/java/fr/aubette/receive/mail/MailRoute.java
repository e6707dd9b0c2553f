package fr.aubette.receive.mail;

import fr.aubette.intake.Intake;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.routes.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The shipped route of a mailbox, without Spring. */
final class MailRoute {

    private MailRoute() {}

    static CamelContext started(Intake door, Marks marks, MailboxWatch health, Map<String, String> entry)
            throws Exception {
        CamelContext camel = context(door, marks, health, new RoutePolicySupport() {});
        add(camel, "courriel", entry);
        camel.start();
        return camel;
    }

    static CamelContext context(Intake door, Marks marks, MailboxWatch health, RoutePolicy leased) throws Exception {
        StaticListableBeanFactory watches = new StaticListableBeanFactory(Map.of("health", health));
        Path scratch = Files.createDirectories(Path.of("target", "scratch"));
        MailboxComponent mailboxes = new MailboxComponent(
                Clock.systemUTC(), marks, new MemoryTokens(), watches.getBeanProvider(MailboxWatch.class), scratch);
        return RouteFile.load(
                "11-receive-mail.camel.yaml",
                Map.of(
                        "intake", door,
                        "mailItems", new MailItems(Clock.systemUTC()),
                        "mailbox", mailboxes,
                        "sourceLife", new RoutePolicySupport() {},
                        "leasedInMeasure", leased));
    }

    static void add(CamelContext camel, String name, Map<String, String> entry) throws Exception {
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, "receive-mail")
                .routeId("receive-mail-" + name)
                .prefixId("receive-mail-" + name)
                .parameter("name", name);
        entry.forEach(route::parameter);
        route.add();
    }

    /** The same item with its bytes for good: a source may give them only as long as it is asked. */
    static RawItem kept(RawItem item) {
        try {
            return new RawItem(
                    item.channel(),
                    item.source(),
                    item.reference(),
                    item.receivedAt(),
                    item.mediaType(),
                    item.facts(),
                    Content.of(item.content().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens of a hub that was never given another. */
    static final class MemoryTokens implements RefreshTokens {

        private final java.util.concurrent.ConcurrentMap<String, String> all =
                new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public Optional<String> latest(String configured) {
            return Optional.ofNullable(all.get(configured));
        }

        @Override
        public void keep(String configured, String latest) {
            all.put(configured, latest);
        }
    }
}
