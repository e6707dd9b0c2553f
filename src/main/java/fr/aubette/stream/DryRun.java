package fr.aubette.stream;

import fr.aubette.model.Dispatched;
import fr.aubette.model.Normalised;
import fr.aubette.model.Received;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Policy;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The route files that ship, from normalise to record, run for their decisions only: nothing is counted, claimed or
 * written.
 */
public final class DryRun implements Closeable {

    /** The files of the journey itself, by their numbers: 25 to 65. */
    private static final String FILES = "(2[5-9]|[3-5][0-9]|6[0-5])-.*[.]camel[.]yaml";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate producer;

    /**
     * Loads and starts the routes of this folder.
     *
     * @param stages each by its name in the routes, for example {@code identification}
     * @param transaction what the stages that read a database need around them
     * @throws IOException if the routes do not start
     */
    public DryRun(Path routes, Map<String, Object> stages, Policy transaction, PropertiesSource settings)
            throws IOException {
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(1);
        camel.getPropertiesComponent().addPropertiesSource(settings);
        DirectComponent direct = new DirectComponent();
        direct.setBlock(false);
        camel.addComponent("direct", direct);
        stages.forEach((name, bean) -> camel.getRegistry().bind(name, bean));
        camel.getRegistry().bind("oneTransaction", transaction);
        camel.getRegistry().bind("attempts", new GivenAttempt());
        camel.getRegistry().bind("claims", new NoClaim());
        camel.getRegistry().bind("recording", new NoRecording());
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(files(routes));
            camel.start();
        } catch (Exception e) {
            close();
            throw new IOException("the routes of " + routes.toAbsolutePath() + " do not start: " + e.getMessage(), e);
        }
        producer = camel.createProducerTemplate();
    }

    private List<Resource> files(Path routes) throws IOException {
        try (Stream<Path> files = Files.list(routes)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(FILES))
                    .sorted()
                    .map(file -> ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath()))
                    .toList();
        }
    }

    /**
     * What every stage decides about an item.
     *
     * @throws Stopped if a stage could not
     */
    public Dispatched decide(Received received) throws Stopped {
        try {
            Exchange done = producer.send(
                    "direct:normalise", exchange -> exchange.getIn().setBody(received));
            if (done.getException() != null) {
                throw new Stopped(done.getException());
            }
            return done.getMessage().getMandatoryBody(Dispatched.class);
        } catch (org.apache.camel.InvalidPayloadException | StackOverflowError e) {
            throw new Stopped(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** A stage could not go on; the cause says why. */
    public static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        Stopped(Throwable cause) {
            super(cause);
        }
    }

    /** In place of the bean {@code attempts}: what is looked at is given whole. */
    public static final class GivenAttempt {
        public Received begin(Received given) {
            return given;
        }
    }

    /** In place of the bean {@code claims}: nobody else works on it. */
    public static final class NoClaim {
        public Normalised claim(Normalised normalised) {
            return normalised;
        }
    }

    /** In place of the bean {@code recording}: the decisions themselves are the answer. */
    public static final class NoRecording {
        public Dispatched record(Dispatched dispatched) {
            return dispatched;
        }
    }
}
