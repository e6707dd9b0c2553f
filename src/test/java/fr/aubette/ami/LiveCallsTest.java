package fr.aubette.ami;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What screens are told of real calls while they go on. */
class LiveCallsTest {

    private final Told told = new Told();

    @Test
    void ringsAtTheAgentAndIsAnsweredThere() {
        play("a_queue_answered");

        assertThat(told.states())
                .containsExactly("BEGAN", "WAITING", "RINGING 101", "LEFT_QUEUE", "ANSWERED 101", "ENDED");
        assertThat(told.calls.get(2).party()).contains("0639980101");
        assertThat(told.calls.get(2).conversation()).isEqualTo("cd92rig/cd92rig-1795305780.0");
        assertThat(told.calls.get(2).queue()).contains("standard");
        assertThat(told.calls.get(2).waiting()).isTrue();
    }

    @Test
    void stopsRingingWhenTheCallerGivesUp() {
        play("b_abandoned_ringing");

        assertThat(told.states()).contains("RINGING 101", "RINGS_NO_MORE 101").endsWith("ENDED");
    }

    @Test
    void goesWithAnAttendedTransferToTheNextAgent() {
        play("f_attended_transfer");

        assertThat(told.states()).contains("ANSWERED 101", "ANSWERED 102", "LEFT_BY_AGENT 101");
        assertThat(told.calls).extracting(LiveCall::conversation).containsOnly("cd92rig/cd92rig-1795305856.11");
    }

    @Test
    void stopsRingingAtTheAgentWhenAnotherTakesIt() {
        play("o_transfer_between_queues");

        List<String> states = told.states();
        assertThat(states).contains("RINGING 102", "RINGING 103", "RINGS_NO_MORE 103", "ANSWERED 102");
    }

    @Test
    void isToldOfACallOfOurs() {
        play("k_click_to_call");

        assertThat(told.calls.get(0).direction()).isEqualTo(LiveCall.Direction.OUTGOING);
        assertThat(told.calls.get(0).party()).contains("0639980121");
        assertThat(told.states()).startsWith("BEGAN 101", "ANSWERED 101", "ENDED");
    }

    @Test
    void knowsWhoIsPausedInAQueue() {
        play("b2_abandoned_all_busy");

        assertThat(told.members)
                .anyMatch(member -> member.extension().equals("102")
                        && member.queue().equals("mdph")
                        && member.paused()
                        && member.pausedFor().orElse("").equals("pause cafe"));
    }

    @Test
    void leavesNothingOpen() {
        for (String name : Recording.whole().toList()) {
            play(name);
        }

        assertThat(told.open()).isEmpty();
    }

    @Test
    void isToldOnceOfWhatGoesOnWhenItBeginsToListen() {
        LiveCalls calls = new LiveCalls("standard", Duration.ofHours(12), told);
        String all = new String(Recording.of("a_queue_answered").bytes(), StandardCharsets.ISO_8859_1);
        String begun = all.substring(0, all.indexOf("Event: DialEnd"));
        read(calls, begun);
        assertThat(told.calls).isEmpty();

        calls.goLive();

        assertThat(told.states()).containsExactly("RINGING");
        read(calls, "Asterisk Call Manager/11.0.0\r\nEvent: CoreShowChannelsComplete\r\n\r\n");
        assertThat(told.states()).endsWith("ENDED");
    }

    private void play(String name) {
        LiveCalls calls = new LiveCalls("standard", Duration.ofHours(12), told);
        calls.goLive();
        read(calls, new String(Recording.of(name).bytes(), StandardCharsets.ISO_8859_1));
    }

    private static void read(LiveCalls calls, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        new AmiReader(block -> calls.accept(block, Instant.EPOCH)).read(bytes, 0, bytes.length);
    }

    /** Remembers what it was told. */
    private static final class Told implements CallListener {
        private final List<LiveCall> calls = new ArrayList<>();
        private final List<LiveMember> members = new ArrayList<>();

        @Override
        public void heard(LiveCall call) {
            calls.add(call);
        }

        @Override
        public void heard(LiveMember member) {
            members.add(member);
        }

        @Override
        public void connected(String line, boolean connected) {}

        List<String> states() {
            return calls.stream()
                    .map(call -> (call.state() + " " + call.agent().orElse("")).strip())
                    .toList();
        }

        List<String> open() {
            List<String> open = new ArrayList<>();
            for (LiveCall call : calls) {
                open.remove(call.conversation());
                if (call.state() != LiveCall.State.ENDED) {
                    open.add(call.conversation());
                }
            }
            return open;
        }
    }
}
