package fr.aubette.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TicketNumberTest {

    private static final TicketNumber NUMBER = TicketNumber.of(2026, 123);

    @Test
    void isFoundInATextHoweverItIsTyped() {
        String typed = NUMBER.value().toLowerCase().replace('-', ' ');

        assertThat(TicketNumber.in("Re: [" + NUMBER + "] et " + typed + ", merci"))
                .containsExactly(NUMBER, NUMBER);
    }

    @Test
    void doesNotExistOnceADigitIsMisread() {
        for (char digit = '0'; digit <= '9'; digit++) {
            String misread = NUMBER.value().replace('3', digit);
            assertThat(TicketNumber.in(misread)).hasSize(digit == '3' ? 1 : 0);
        }
    }

    @Test
    void doesNotExistOnceTwoDigitsAreSwapped() {
        assertThat(TicketNumber.in(NUMBER.value().replace("123", "132"))).isEmpty();
    }

    @Test
    void isRefusedWithAWrongCheckLetter() {
        assertThatThrownBy(() -> new TicketNumber("AUB-2026-000123-A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUB-2026-000123-A");
    }
}
