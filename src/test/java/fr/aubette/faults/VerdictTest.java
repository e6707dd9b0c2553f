package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way in which a store can be false is found out. */
class VerdictTest {

    private static final Ledger.Entry TAKEN = new Ledger.Entry("door", true, true, Optional.empty());
    private static final Map<String, Ledger.Entry> LEDGER = Map.of("AUB1XDOORX1Z", TAKEN, "AUB1XDOORX2Z", TAKEN);
    private static final Books.Row ONE = row("i1", "AUB1XDOORX1Z", "opened", 1, "T1 c1");
    private static final Books.Row TWO = row("i2", "AUB1XDOORX2Z", "joined", 1, "T1 c2");
    private static final Books GOOD =
            new Books(List.of(ONE, TWO), List.of("T1 c1", "T1 c2"), 0, 0, List.of(), List.of(), 0);

    @Test
    void isCleanWhenEachItemIsThereOnce() {
        assertThat(Verdict.of(LEDGER, GOOD).violations()).isEmpty();
    }

    @Test
    void reportsAnItemThatIsMissing() {
        assertThat(Verdict.of(LEDGER, GOOD.with(List.of(ONE)).withTold(List.of("T1 c1")))
                        .violations())
                .containsExactly("AUB1XDOORX2Z was acknowledged and is lost");
    }

    @Test
    void reportsAnItemTakenTwice() {
        Books.Row again = row("i3", "AUB1XDOORX2Z", "opened", 1, "T2 c3");
        assertThat(violations(GOOD.with(List.of(ONE, TWO, again)).withTold(List.of("T1 c1", "T1 c2", "T2 c3"))))
                .containsExactly("AUB1XDOORX2Z is in 2 intakes");
    }

    @Test
    void reportsADoubledContact() {
        Books.Row doubled = row("i2", "AUB1XDOORX2Z", "joined", 2, "T1 c2");
        assertThat(violations(GOOD.with(List.of(ONE, doubled)))).anyMatch(each -> each.contains("2 contacts"));
    }

    @Test
    void reportsAMessageNeverSentAndOneSentTwice() {
        assertThat(violations(GOOD.withTold(List.of("T1 c1", "T1 c1"))))
                .containsExactlyInAnyOrder(
                        "the directorate was told 2 times of T1 c1", "the directorate was never told of T1 c2");
    }

    @Test
    void reportsWhatIsStillOpenInTheBooks() {
        Books open = new Books(GOOD.intakes(), GOOD.told(), 1, 2, List.of("T1"), List.of("mail a@example.org"), 3);
        assertThat(violations(open)).hasSize(5);
    }

    @Test
    void reportsAGoodItemInQuarantine() {
        List<Books.Row> rows = new ArrayList<>(GOOD.intakes());
        rows.set(1, new Books.Row("i2", "video", Set.of("AUB1XDOORX2Z"), "quarantined", 0, List.of(), List.of()));
        assertThat(violations(GOOD.with(rows).withTold(List.of("T1 c1"))))
                .singleElement()
                .asString()
                .contains("quarantine");
    }

    @Test
    void callsACallUnseenThatEndedWhileTheHubWasDown() {
        Ledger.Entry call = new Ledger.Entry("phone", false, false, Optional.of("the hub was down"));
        Verdict verdict = Verdict.of(
                Map.of("AUB1XPHONEX9Z", call), new Books(List.of(), List.of(), 0, 0, List.of(), List.of(), 0));
        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.lines().get("phone").unseen()).isOne();
    }

    private static List<String> violations(Books books) {
        return Verdict.of(LEDGER, books).violations();
    }

    private static Books.Row row(String id, String marker, String outcome, int contacts, String link) {
        return new Books.Row(id, "video", Set.of(marker), outcome, contacts, List.of(link), List.of(link));
    }
}
