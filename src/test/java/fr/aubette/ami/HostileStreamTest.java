package fr.aubette.ami;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Phone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no exchange should send and some do. */
class HostileStreamTest {

    private static final String NEW = "Event: Newchannel\r\nPrivilege: call,all\r\nChannel: PJSIP/trunk-00000001\r\n"
            + "CallerIDNum: 0600142237\r\nCallerIDName: Jeanne\r\nExten: 3900\r\n"
            + "Uniqueid: 1741000000.1\r\nLinkedid: 1741000000.1\r\n\r\n";
    private static final String HANGUP = "Event: Hangup\r\nPrivilege: call,all\r\nChannel: PJSIP/trunk-00000001\r\n"
            + "Uniqueid: 1741000000.1\r\nLinkedid: 1741000000.1\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "deux_points",
                "ordre",
                "lf",
                "coupe",
                "injection",
                "doublons",
                "latin1",
                "nul",
                "temps",
                "sans_id",
                "banniere",
                "bruit",
                "appelant_0",
                "appelant_1",
                "appelant_2",
                "appelant_3",
                "appelant_6",
                "appelant_7",
                "appelant_8",
                "appelant_9"
            })
    void isOneCall(String name) throws IOException {
        List<Phone> calls = Recording.calls(file(name));

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).dialled()).isEqualTo("3900");
        assertThat(calls.get(0).outcome()).isEqualTo(Phone.Outcome.NO_ANSWER);
    }

    @Test
    void isTwoCallsWhenOnlyTheEmptyLineIsMissing() throws IOException {
        assertThat(Recording.calls(file("sans_vide")))
                .extracting(Phone::callId)
                .containsExactlyInAnyOrder("1741000000.1", "1741000000.2");
    }

    @Test
    void countsWhatItSkips() throws IOException {
        assertThat(log(file("ok")).skippedLines()).isZero();
        assertThat(log(file("deux_points")).skippedLines()).isEqualTo(1);
        assertThat(log(file("injection")).skippedLines()).isEqualTo(1);
        assertThat(log(file("coupe")).droppedBlocks()).isEqualTo(1);
        assertThat(log(file("bruit")).skippedLines()).isPositive();
    }

    @Test
    void showsNobodyWhereTheNumberIsWithheld() throws IOException {
        for (String name : List.of("appelant_0", "appelant_1", "appelant_2", "appelant_8")) {
            assertThat(Recording.calls(file(name)).get(0).caller()).as(name).isEmpty();
        }
    }

    @Test
    void cutsAValueWithoutEnd() throws IOException {
        byte[] giant = (NEW.replace("Jeanne", "J".repeat(10_000_000)) + HANGUP).getBytes(StandardCharsets.US_ASCII);

        AmiLog.Read read = log(giant);

        assertThat(read.conversations()).hasSize(1);
        assertThat(read.conversations().get(0).bytes()).hasSizeLessThan(2 * AmiReader.MAX_LINE);
        assertThat(read.skippedLines()).isEqualTo(1);
    }

    @Test
    void cutsAnEventWithoutEnd() throws IOException {
        ByteArrayOutputStream endless = new ByteArrayOutputStream();
        endless.writeBytes("Event: X\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 1_000_000; i++) {
            endless.writeBytes(("K" + i + ": v\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        endless.writeBytes(("\r\n" + NEW + HANGUP).getBytes(StandardCharsets.US_ASCII));

        assertThat(Recording.calls(endless.toByteArray())).hasSize(1);
    }

    @Test
    void losesNoneOfFiftyThousandCallsAtOnce() throws IOException {
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            burst.writeBytes(
                    (NEW + HANGUP).replace("1741000000.1", "1741000000." + i).getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(log(burst.toByteArray()).conversations())
                .extracting(Conversation::callId)
                .doesNotHaveDuplicates()
                .hasSize(50_000);
    }

    @Test
    void doesNotKeepANumberThatTheDialplanCallsPrivate() throws IOException {
        String said = "Event: UserEvent\r\nPrivilege: user,all\r\nUserEvent: Caller\r\nPrivacy: private\r\n"
                + "CallerIDNum: 0600142237\r\nUniqueid: 1741000000.1\r\nLinkedid: 1741000000.1\r\n\r\n";
        String elsewhere = "Event: NewConnectedLine\r\nChannel: PJSIP/101-00000002\r\n"
                + "ConnectedLineNum: +33600142237\r\nConnectedLineName: Jeanne\r\nUniqueid: 1741000000.2\r\n"
                + "Linkedid: 1741000000.1\r\n\r\n";

        AmiLog.Read read = log((NEW + elsewhere + said + HANGUP).getBytes(StandardCharsets.US_ASCII));

        Conversation kept = read.conversations().get(0);
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("600142237")
                .doesNotContain("Jeanne");
        assertThat(CallFold.of(kept.bytes(), kept.callId(), Recording.SOME_DAY)
                        .orElseThrow()
                        .caller())
                .isEmpty();
    }

    @Test
    void closesACallWithoutEndAfterItsLongestSilence() {
        List<Conversation> over = new ArrayList<>();
        Conversations calls = new Conversations(Duration.ofSeconds(2), Duration.ofHours(1), over::add);
        AmiReader reader = new AmiReader(block -> calls.accept(block, Instant.EPOCH, 0));
        byte[] bytes = NEW.getBytes(StandardCharsets.US_ASCII);
        reader.read(bytes, 0, bytes.length);

        calls.closeDue(Instant.EPOCH.plus(Duration.ofMinutes(59)));
        assertThat(over).isEmpty();
        calls.closeDue(Instant.EPOCH.plus(Duration.ofMinutes(62)));

        assertThat(over).hasSize(1);
        assertThat(calls.size()).isZero();
        assertThat(CallFold.of(over.get(0).bytes(), null, Instant.EPOCH)
                        .orElseThrow()
                        .endedBy())
                .isEqualTo(Phone.EndedBy.UNSEEN);
    }

    @Test
    void closesWhatTheExchangeNoLongerListsAfterAGap() {
        List<Conversation> over = new ArrayList<>();
        Conversations calls = new Conversations(Duration.ofSeconds(2), Duration.ofHours(1), over::add);
        AmiReader reader = new AmiReader(block -> calls.accept(block, Instant.EPOCH, 0));
        String other = NEW.replace("1741000000.1", "1741000000.7");
        String listed = other.replace("Newchannel", "CoreShowChannel");
        byte[] bytes = (NEW + other + "Asterisk Call Manager/11.0.0\r\n" + listed
                        + "Event: CoreShowChannelsComplete\r\nListItems: 1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        reader.read(bytes, 0, bytes.length);

        calls.closeDue(Instant.EPOCH.plusSeconds(3));

        assertThat(over).extracting(Conversation::callId).containsExactly("1741000000.1");
        assertThat(calls.size()).isEqualTo(1);
    }

    private static AmiLog.Read log(byte[] bytes) throws IOException {
        return AmiLog.read(new ByteArrayInputStream(bytes), Recording.SOME_DAY);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = HostileStreamTest.class.getResourceAsStream("/bad-ami/" + name + ".ami")) {
            return in.readAllBytes();
        }
    }
}
