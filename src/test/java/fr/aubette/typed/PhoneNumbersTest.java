package fr.aubette.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0639980116,+33639980116",
        "+33639980116,+33639980116",
        "0033639980116,+33639980116",
        "33639980116,+33639980116",
        "639980116,+33639980116",
        "06 39 98 01 16,+33639980116",
        "06.39.98.01.16,+33639980116",
        "+33 (0)6 39 98 01 16,+33639980116",
        "sip:0639980116@10.0.0.1;user=phone,+33639980116",
        "tel:+33639980116,+33639980116",
        "0199001234,+33199001234",
        "0262990012,+262262990012",
        "+33692990012,+262692990012",
        "0639000012,+262639000012",
        "+262639980116,+262639980116",
        "0590990012,+590590990012",
        "0696990012,+596696990012",
        "+3225550123,+3225550123",
        "0600142237,+33600142237",
        "0033600142237,+33600142237"
    })
    void isOneKeyHoweverItIsWritten(String written, String e164) {
        assertThat(PhoneNumbers.e164(written)).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "+33639980116,0639980116",
        "+262692990012,0692990012",
        "+3225550123,003225550123",
        "06 39 98 01 16,0639980116"
    })
    void isDialledAsInFrance(String written, String dialled) {
        assertThat(PhoneNumbers.dialled(written)).contains(dialled);
        assertThat(PhoneNumbers.dialled("101")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "3939", "0825", "15", "112", "unknown", "anonymous", "Restricted", "<unknown>", "101"})
    void isNobodysLineWhenShortWithheldOrAWord(String written) {
        assertThat(PhoneNumbers.e164(written)).isEmpty();
    }

    @Test
    void isNoNumberWhenItHasFiveThousandDigits() {
        assertThat(PhoneNumbers.e164("9".repeat(5000))).isEmpty();
    }

    @Test
    void showsItAsAFrenchReaderWritesIt() {
        assertThat(PhoneNumbers.shown("+33639980101")).contains("06 39 98 01 01");
        assertThat(PhoneNumbers.shown("+3225550123"))
                .hasValueSatisfying(shown -> assertThat(shown).startsWith("+32"));
    }

    @Test
    void findsThemInAText() {
        assertThat(PhoneNumbers.in("Joignable au 06.39.98.01.01 ou +33 (0)1 99 00 12 34, dossier 20260639980101234."))
                .containsExactly("+33639980101", "+33199001234");
    }
}
