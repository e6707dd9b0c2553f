package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import fr.aubette.ami.CallTruth;
import fr.aubette.ami.Recording;
import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.CallListener;
import fr.aubette.model.CallSounds;
import fr.aubette.model.IntakeId;
import fr.aubette.routes.RouteFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.RoutePolicySupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ReceivePhoneRouteTest {

    private static final String FILE = "10-receive-phone.camel.yaml";

    @TempDir
    Path journal;

    private final TakenCalls taken = new TakenCalls();
    private final Map<String, LineState> seen = new ConcurrentHashMap<>();
    private final Intake intake = item -> {
        taken.handOver(item);
        return new Taken(new IntakeId(UUID.randomUUID()), true);
    };

    @Test
    void takesACallWhileItRunsAndNoneWhileItIsStopped() throws Exception {
        try (DemoSwitchboard switchboard = new DemoSwitchboard(0, "aubette", "s&cret+ é", Clock.systemUTC());
                CamelContext camel = RouteFile.load(FILE, beans())) {
            add(camel, switchboard.port());
            camel.start();
            soon().until(() -> switchboard.listeners() == 1);
            switchboard.play(PhoneLineTest.recorded("l_overlapping"), 0);
            soon().untilAsserted(() -> CallTruth.expect(Recording.of("l_overlapping"), taken.calls()));

            camel.getRouteController().stopRoute("receive-phone-standard");
            soon().until(() -> switchboard.listeners() == 0);
            camel.getRouteController().startRoute("receive-phone-standard");
            soon().until(() -> switchboard.listeners() == 1);

            assertThat(seen).containsOnlyKeys("receive-phone-standard");
            assertThat(taken.deliveries).hasValue(3);
        }
    }

    @Test
    void offersACallAgainThatTheIntakeDidNotTake() throws Exception {
        taken.unavailable = true;
        try (DemoSwitchboard switchboard = new DemoSwitchboard(0, "aubette", "s&cret+ é", Clock.systemUTC());
                CamelContext camel = RouteFile.load(FILE, beans())) {
            add(camel, switchboard.port());
            camel.start();
            soon().until(() -> switchboard.listeners() == 1);
            switchboard.play(PhoneLineTest.recorded("a_queue_answered"), 0);
            soon().until(() -> taken.deliveries.get() > 2);

            taken.unavailable = false;

            soon().until(() -> taken.items.size() == 1);
        }
    }

    @Test
    void obeysCamelsOwnSchema() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/camelYamlDsl.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new YAMLMapper().readTree(Files.readString(Path.of("routes", FILE)))))
                    .isEmpty();
        }
        assertThat(Files.readAllLines(Path.of("routes", FILE))).hasSizeLessThanOrEqualTo(60);
    }

    private Map<String, Object> beans() {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        LineWatch watch = seen::put;
        factory.addBean("watch", watch);
        return Map.of(
                "switchboard",
                        new SwitchboardComponent(
                                Clock.systemUTC(),
                                factory.getBeanProvider(LineWatch.class),
                                factory.getBeanProvider(CallListener.class),
                                factory.getBeanProvider(CallSounds.class),
                                new OpenLines()),
                "leasedListening", new RoutePolicySupport() {},
                "sourceLife", new RoutePolicySupport() {},
                "intake", intake);
    }

    private void add(CamelContext camel, int port) {
        TemplatedRouteBuilder line = TemplatedRouteBuilder.builder(camel, "receive-phone")
                .routeId("receive-phone-standard")
                .prefixId("receive-phone-standard")
                .parameter("name", "standard");
        for (List<String> each : List.of(
                List.of("host", "127.0.0.1"),
                List.of("port", String.valueOf(port)),
                List.of("user", "aubette"),
                List.of("password", "s&cret+ é"),
                List.of("journal", journal.toString()),
                List.of("grace", "200ms"),
                List.of("retry", "50ms"))) {
            line.parameter(each.get(0), each.get(1));
        }
        line.add();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
