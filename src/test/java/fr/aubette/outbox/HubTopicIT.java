package fr.aubette.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.access.Right;
import fr.aubette.desk.DeskData;
import fr.aubette.desk.Visitor;
import fr.aubette.hub.HubTest;
import fr.aubette.live.Pushes;
import fr.aubette.model.CallControl;
import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveCall.State;
import fr.aubette.model.LiveMember;
import fr.aubette.model.Refused;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallBoard;
import fr.aubette.switchboard.Telephones;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hubs on one broker: the one listens to the exchange, the agent's browser is connected to the other. */
@HubTest
class HubTopicIT {

    @Autowired
    ConnectionFactory broker;

    @Autowired
    ObjectMapper json;

    @Autowired
    CallBoard board;

    @Autowired
    Pushes pushes;

    @Autowired
    Telephones telephones;

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final List<TicketId> changed = new CopyOnWriteArrayList<>();
    private final Exchange exchange = new Exchange();
    private HubTopic listening;
    private HubTopic showing;

    @BeforeEach
    void hubs() {
        data.clear();
        jdbc.sql("truncate call_form, agent_phone").update();
        data.person("ines", "Inès Vidal", Right.everywhere(Right.Kind.SWITCHBOARD));
        telephones.seat(new Telephones.Telephone("ines", "standard", "101"));
        listening = hub(List.of(), exchange);
        showing = hub(List.of(board));
    }

    @AfterEach
    void stop() {
        listening.stop();
        showing.stop();
    }

    @Test
    void showACallOfTheOneToAnAgentOfTheOther() {
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread stream = new Thread(() -> ines.stream("/live").forEach(lines::add), "ines");
        stream.setDaemon(true);
        stream.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !pushes.languages("ines").isEmpty());

        long began = System.nanoTime();
        listening.heard(call("hubs.1", State.BEGAN, ""));
        listening.heard(call("hubs.1", State.RINGING, "101"));

        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> lines.stream().anyMatch(each -> each.contains("06\u00a039\u00a098\u00a001\u00a077")));
        System.out.printf("shown by the other hub after %d ms%n", (System.nanoTime() - began) / 1_000_000);

        listening.heard(call("hubs.1", State.ENDED, ""));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> board.calls().stream()
                        .noneMatch(each -> each.conversation().equals("hubs.1")));
    }

    @Test
    void tellOneThatComesLaterWhatGoesOn() {
        showing.stop();
        listening.heard(call("hubs.2", State.RINGING, "101"));

        showing = hub(List.of(board));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> board.calls().stream()
                        .anyMatch(each -> each.conversation().equals("hubs.2")));
        listening.heard(call("hubs.2", State.ENDED, ""));
    }

    @Test
    void endTheCallsOfALineThatTheyTakeOver() {
        listening.heard(call("hubs.3", State.RINGING, "101"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> board.calls().stream()
                        .anyMatch(each -> each.conversation().equals("hubs.3")));
        listening.stop();

        showing.connected("standard", true);

        assertThat(board.calls()).noneMatch(each -> each.conversation().equals("hubs.3"));
    }

    @Test
    void tellEachOtherOfTicketsByTheirIdentityAlone() {
        TicketId ticket = new TicketId(UUID.randomUUID());

        listening.tell(ticket);

        await().atMost(Duration.ofSeconds(5)).until(() -> changed.contains(ticket));
    }

    @Test
    void showTheSameFiguresOfAQueueOnBoth() {
        Visitor ines = new Visitor(port).signIn("ines", DeskData.PASSWORD);
        Instant since = Instant.now().minusSeconds(125);

        listening.heard(new LiveMember(
                "standard", "colleges", "107", "", true, false, Optional.empty(), LiveMember.Device.FREE));
        listening.heard(waiting("hubs.6", since));
        listening.heard(waiting("hubs.7", Instant.now()));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(figures(ines)).containsPattern("colleges 2 2 min \\d\\d s 1 "));
        listening.heard(call("hubs.6", State.ENDED, ""));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(figures(ines)).containsPattern("colleges 1 \\d+ s 1 "));
        listening.heard(call("hubs.7", State.ENDED, ""));
        listening.heard(new LiveMember(
                "standard", "colleges", "107", "", false, false, Optional.empty(), LiveMember.Device.FREE));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(figures(ines)).doesNotContain("colleges"));
    }

    private static String figures(Visitor visitor) {
        return visitor.get("/supervision").body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static LiveCall waiting(String conversation, Instant since) {
        return new LiveCall(
                "standard",
                conversation,
                State.WAITING,
                Optional.empty(),
                LiveCall.Direction.INCOMING,
                Optional.of("+33639980178"),
                false,
                "0199000000",
                Optional.of("colleges"),
                true,
                Set.of(),
                Set.of(),
                since,
                Optional.of(since),
                since);
    }

    @Test
    void haveTheOneThatListensPlaceACallAndPassItOn() {
        assertThat(showing.orders().takes("nord")).isFalse();
        listening.connected("nord", true);
        await().atMost(Duration.ofSeconds(5)).until(() -> showing.orders().takes("nord"));

        long began = System.nanoTime();
        showing.orders().place("nord", "101", "+33639980177");
        System.out.printf("placed by the other hub after %d ms%n", (System.nanoTime() - began) / 1_000_000);
        showing.orders().passOn("nord", "hubs.4", "101", "4400");

        assertThat(exchange.orders).containsExactly("nord 101 +33639980177", "nord hubs.4 101 4400");
        assertThat(listening.orders().takes("nord")).as("by way of another").isFalse();
        listening.connected("nord", false);
        await().atMost(Duration.ofSeconds(5)).until(() -> !showing.orders().takes("nord"));
    }

    @Test
    void sayWhyTheExchangeRefusesAndWaitForNobodyForLong() {
        listening.connected("nord", true);
        await().atMost(Duration.ofSeconds(5)).until(() -> showing.orders().takes("nord"));
        exchange.refusal = "Le standard n'a pas transféré l'appel.";

        assertThatThrownBy(() -> showing.orders().passOn("nord", "hubs.5", "101", "4400"))
                .isInstanceOf(Refused.class)
                .hasMessage(exchange.refusal);

        listening.stop();
        long began = System.nanoTime();
        assertThatThrownBy(() -> showing.orders().place("nord", "101", "+33639980177"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pas répondu à temps");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(exchange.orders).isEmpty();
    }

    @Test
    void askTheOneThatTookTheExchangeOver() {
        Exchange other = new Exchange();
        HubTopic third = hub(List.of(), other);
        try {
            listening.connected("nord", true);
            await().atMost(Duration.ofSeconds(5)).until(() -> showing.orders().takes("nord"));
            third.connected("nord", true);
            await().atMost(Duration.ofSeconds(5)).until(() -> listening.orders().takes("nord"));

            await().atMost(Duration.ofSeconds(5)).until(() -> {
                showing.orders().place("nord", "101", "+33639980177");
                return !other.orders.isEmpty();
            });
            listening.connected("nord", false);
            showing.orders().place("nord", "102", "+33639980177");

            assertThat(other.orders).last().isEqualTo("nord 102 +33639980177");
        } finally {
            third.stop();
        }
    }

    private HubTopic hub(List<CallListener> listeners, CallControl... exchanges) {
        HubTopic hub = new HubTopic(broker, json, () -> listeners, () -> List.of(exchanges), changed::add);
        hub.start();
        await().atMost(Duration.ofSeconds(10)).until(hub::isConnected);
        return hub;
    }

    private static LiveCall call(String conversation, State state, String agent) {
        return new LiveCall(
                "standard",
                conversation,
                state,
                Optional.of(agent).filter(each -> !each.isEmpty()),
                LiveCall.Direction.INCOMING,
                Optional.of("+33639980177"),
                false,
                "0199000000",
                Optional.of("autonomie"),
                false,
                state == State.RINGING ? Set.of(agent) : Set.of(),
                Set.of(),
                Instant.now(),
                Optional.empty(),
                Instant.now());
    }

    /** Notes what it is asked. */
    private static final class Exchange implements CallControl {

        private final List<String> orders = new CopyOnWriteArrayList<>();
        private volatile String refusal = "";

        @Override
        public boolean takes(String line) {
            return line.equals("nord");
        }

        @Override
        public void place(String line, String extension, String number) {
            take(line + " " + extension + " " + number);
        }

        @Override
        public void passOn(String line, String conversation, String extension, String to) {
            take(line + " " + conversation + " " + extension + " " + to);
        }

        private void take(String order) {
            if (!refusal.isEmpty()) {
                throw new Refused(refusal);
            }
            orders.add(order);
        }
    }
}
