package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./aubette faults calls}. */
class CallStormIT {

    @Test
    void losesNoConversationWhilePostgresIsAwayAndItsMemoryStaysFlat(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (CallStorm storm = new CallStorm(folder, System.out)) {
            CallStorm.Found found = storm.run(Duration.ofSeconds(20), 300, Duration.ofSeconds(3));

            assertThat(found.calls()).isGreaterThan(80);
            assertThat(found.taken()).isEqualTo(found.calls());
            assertThat(found.contacts()).isEqualTo(found.calls());
            assertThat(found.inFlight()).isZero();
            assertThat(found.kept()).isLessThan(CallFaults.MOST_GROWTH);
        }
    }
}
