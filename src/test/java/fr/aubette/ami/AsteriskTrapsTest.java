package fr.aubette.ami;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Phone;
import fr.aubette.model.Phone.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Asterisk says on the wire and does not mean, each once by its own name. */
class AsteriskTrapsTest {

    @Test
    void anAbandonIsAlsoSaidOfACallerWhomTheQueuePutOut() {
        assertThat(text("c_noanswer_voicemail")).contains("Event: QueueCallerAbandon");
        assertThat(text("d2_queue_full")).contains("Event: QueueCallerAbandon");
        assertThat(outcomes("c_noanswer_voicemail")).containsExactly(Outcome.VOICEMAIL);
        assertThat(outcomes("d2_queue_full")).containsExactly(Outcome.NO_ANSWER, Outcome.REJECTED_FULL);
    }

    @Test
    void aQueueThatLetsNobodyInSaysNothing() {
        assertThat(text("p_rejected_empty")).doesNotContain("Event: QueueCallerJoin");
        assertThat(outcomes("p_rejected_empty")).containsExactly(Outcome.REJECTED_EMPTY);
    }

    @Test
    void neitherTheRecordsWordNorTheHangUpsCauseIsTheOutcome() {
        String recording = text("d_voicemail_hung_up_in_greeting");
        assertThat(recording).contains("Disposition: ANSWERED").contains("Cause: 16");
        assertThat(outcomes("d_voicemail_hung_up_in_greeting")).containsExactly(Outcome.NO_ANSWER);
    }

    @Test
    void oneCallHasSeveralRecordsAndIsOne() {
        assertThat(text("c_noanswer_voicemail").split("Event: Cdr\r\n", -1)).hasSizeGreaterThan(3);
        assertThat(Recording.of("c_noanswer_voicemail").calls()).hasSize(1);
    }

    @Test
    void anAgentIsSaidToBeCalledWhoseTelephoneIsOff() {
        assertThat(text("s_phone_off"))
                .contains("Event: AgentCalled")
                .containsPattern("(?s)Event: AgentCalled.*?PJSIP/101");
        assertThat(only("s_phone_off").agentsRung()).containsExactly("102");
    }

    @Test
    void theEndOfRingingIsSaidTwiceAndTheAgentIsNamedOnce() {
        String recording = text("c_noanswer_voicemail");
        assertThat(recording.split("Event: DialEnd\r\n", -1)).hasSizeGreaterThan(4);
        assertThat(only("c_noanswer_voicemail").agentsRung()).containsExactly("101", "102", "103");
    }

    @Test
    void aRingTimeIsInSecondsHereAndInMillisecondsThereAndCountsNowhere() {
        String recording = text("c_noanswer_voicemail") + text("a_queue_answered");
        assertThat(recording).contains("RingTime: ");
        for (String name : List.of("c_noanswer_voicemail", "a_queue_answered", "r_attended_through_queue")) {
            byte[] other = bytes(text(name).replaceAll("(RingTime|HoldTime|TalkTime): \\d+", "$1: 99999"));
            assertThat(Recording.calls(other)).isEqualTo(Recording.of(name).calls());
        }
    }

    @Test
    void theNumberDialledIsThatOfTheFirstChannelInItsNationalForm() {
        assertThat(text("i_callerid_formats")).contains("Exten: +33147293000");
        assertThat(Recording.of("i_callerid_formats").calls())
                .extracting(Phone::dialled)
                .containsOnly("0147293000");
    }

    @Test
    void anAnnouncedTransferIsTwoConversationsThatBecomeOne() {
        assertThat(text("f_attended_transfer")
                        .lines()
                        .filter(line -> line.startsWith("Linkedid: "))
                        .distinct())
                .hasSizeGreaterThan(1);
        Phone call = only("f_attended_transfer");
        assertThat(call.course().transfers()).singleElement().matches(Phone.Transfer::announced);
    }

    @Test
    void theQueueVisitOfAnAgentWhoAsksIsNoContact() {
        assertThat(text("r_attended_through_queue")).contains("Channel: Local/");
        assertThat(Recording.of("r_attended_through_queue").calls()).hasSize(1);
    }

    @Test
    void aHoldMayEndThatNeverBegan() {
        String recording = text("f_attended_transfer");
        String without = recording.replaceAll("(?s)Event: Hold\r\n.*?\r\n\r\n", "");
        assertThat(Recording.calls(bytes(without)).get(0).course().holds()).isEmpty();
        assertThat(Recording.calls(bytes(without)).get(0).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void aWithheldNumberComesInClearAndIsKeptNowhere() throws IOException {
        assertThat(text("v_withheld")).contains("0639980148");
        List<Conversation> conversations = AmiLog.read(
                        new ByteArrayInputStream(Recording.bytes("v_withheld.ami")), Instant.now())
                .conversations();
        assertThat(new String(conversations.get(0).bytes(), StandardCharsets.UTF_8))
                .doesNotContain("0639980148");
        assertThat(only("v_withheld").caller()).isEmpty();
        assertThat(only("v_withheld").course().withheld()).isTrue();
    }

    @Test
    void anIdentityIsAnyText() {
        String named = text("a_queue_answered").replaceAll("cd92rig-(\\d+)\\.(\\d+)", "quelque chose: $1/$2 é");
        Phone call = Recording.calls(bytes(named)).get(0);
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.callId()).startsWith("quelque chose: ");
    }

    @Test
    void aCallOfOursBearsTheIdentityThatWeGaveIt() {
        assertThat(Recording.of("k_click_to_call").calls())
                .allMatch(call -> call.direction() == Phone.Direction.OUTGOING)
                .extracting(Phone::callId)
                .containsExactly("cti-k-1", "cti-k-2", "cti-k-3");
    }

    @Test
    void aCrashLeavesNoHangUpAndNothingOpen() {
        assertThat(Recording.of("m3_pbx_killed").calls())
                .extracting(Phone::outcome)
                .containsExactly(Outcome.LOST_PBX_FAILURE);
    }

    private static Phone only(String name) {
        List<Phone> calls = Recording.of(name).calls();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static List<Outcome> outcomes(String name) {
        return Recording.of(name).calls().stream().map(Phone::outcome).toList();
    }

    private static String text(String name) {
        try {
            return new String(Recording.bytes(name + ".ami"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
