package fr.aubette.answer.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses as a sorting machine reads them through the window. */
class WindowAddressTest {

    @Test
    void partsOneLineAtItsCommasAndTown() {
        assertThat(WindowAddress.of("Anne Lefèvre", "3, rue des Lilas, bât. C, 96100 Clairmont"))
                .containsExactly("Anne Lefèvre", "3, rue des Lilas", "bât. C", "96100 CLAIRMONT");
        assertThat(WindowAddress.of("Anne Lefèvre", "3 rue des Lilas 96100 Clairmont"))
                .containsExactly("Anne Lefèvre", "3 rue des Lilas", "96100 CLAIRMONT");
    }

    @Test
    void neverSaysTheNameTwice() {
        assertThat(WindowAddress.of("Anne Lefèvre", "Mme Anne LEFÈVRE\n3 rue des Lilas\n96100 Clairmont."))
                .containsExactly("Mme Anne LEFÈVRE", "3 rue des Lilas", "96100 CLAIRMONT");
    }

    @Test
    void fitsTheWindowWhateverIsGiven() {
        assertThat(WindowAddress.of(
                        "M".repeat(90),
                        "a\n\nb\nc\nd\ne\nf\ng\nh\n96100 Saint-Étienne-de-la-Très-Longue-Vallée-du-Nord"))
                .hasSizeLessThanOrEqualTo(6);
        assertThat(WindowAddress.of("", "")).isEmpty();
    }

    @Test
    void tellsAnAddressThatCannotBePostedTo() {
        assertThat(WindowAddress.isWhole(WindowAddress.of("Anne", "3 rue des Lilas\n96100 Clairmont")))
                .isTrue();
        assertThat(WindowAddress.isWhole(WindowAddress.of("Anne", "chez ma sœur")))
                .isFalse();
        assertThat(WindowAddress.isWhole(WindowAddress.of("Anne", ""))).isFalse();
    }
}
