package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a server is asked again. */
class OutcomesTest {

    @Test
    void waitsLongerEachTimeUpToHalfAnHour() {
        assertThat(Outcomes.tried(1)).isZero();
        assertThat(Outcomes.tried(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outcomes.tried(5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Outcomes.tried(7)).isEqualTo(Duration.ofMinutes(61));
        assertThat(Outcomes.tried(150)).isGreaterThan(Duration.ofDays(2));
    }
}
