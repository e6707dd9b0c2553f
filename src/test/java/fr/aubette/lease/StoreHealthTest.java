package fr.aubette.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class StoreHealthTest {

    @Test
    void follows_the_state_that_is_kept() {
        assertThat(new StoreHealth(() -> true).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new StoreHealth(() -> false).health().getStatus()).isEqualTo(Status.DOWN);
    }
}
