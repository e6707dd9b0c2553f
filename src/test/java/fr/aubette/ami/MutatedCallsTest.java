package fr.aubette.ami;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.ami.CallTruth.Strictness;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever the wire does to a recording, it tells the same calls. */
class MutatedCallsTest {

    @Property(tries = 200)
    void areTheSameWhenNeighboursOnOtherChannelsChangePlaces(
            @ForAll("recordings") Recording recording, @ForAll long seed) {
        same(recording, Mutations.swapped(recording.bytes(), seed), Strictness.EXACT);
    }

    @Property(tries = 60)
    void areTheSameWithoutRecords(@ForAll("recordings") Recording recording) {
        same(recording, Mutations.withoutRecords(recording.bytes()), new Strictness(0.3, false));
    }

    @Property(tries = 60)
    void areTheSameWithoutTimestamps(@ForAll("recordings") Recording recording) {
        same(recording, Mutations.withoutTimestamps(recording.bytes()), new Strictness(1.1, true));
    }

    @Property(tries = 60)
    void areTheSameWhenAllIsDeliveredTwice(@ForAll("recordings") Recording recording) {
        same(recording, Mutations.twice(recording.bytes()), Strictness.EXACT);
    }

    @Property(tries = 700)
    void areTheSameWhenCutAnywhereAndJoinedAgain(
            @ForAll("recordings") Recording recording, @ForAll @DoubleRange(min = 0, max = 1) double where) {
        int at = (int) (where * recording.bytes().length);
        same(recording, Mutations.cutAt(recording.bytes(), at), Strictness.EXACT);
    }

    @Provide
    Arbitrary<Recording> recordings() {
        return Arbitraries.of(Recording.whole().toList()).map(Recording::of);
    }

    private static void same(Recording recording, byte[] mutated, Strictness strictness) {
        List<String> differences = CallTruth.differences(recording, Recording.calls(mutated), strictness);
        assertThat(differences).as(recording.name()).isEmpty();
    }
}
