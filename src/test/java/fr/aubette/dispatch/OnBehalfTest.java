package fr.aubette.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnBehalfTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "j'appelle votre attention sur la situation de Mme Perrin, domiciliée à Sauval | Mme Perrin",
                "Je me permets d'intervenir en faveur de Monsieur Karim Ben Ali, allocataire | Monsieur Karim Ben Ali",
                "Madame Lise d'Arvor m'a saisie d'une difficulté | Madame Lise d'Arvor",
                "M. Le Goff, habitant de Belcourt, a appelé mon attention sur la RD 12 | M. Le Goff",
            })
    void namesWhomTheOfficialWritesFor(String text, String name) {
        assertThat(OnBehalf.of(text)).contains(name);
    }

    @Test
    void namesNobodyWhereNobodyIsMeant() {
        assertThat(OnBehalf.of("Monsieur le Président, je vous signale un nid-de-poule sur la RD 12."))
                .isEmpty();
        assertThat(OnBehalf.of("La situation de la RD 12 est préoccupante.")).isEmpty();
        assertThat(OnBehalf.of("situation de M. ".repeat(200_000))).isEmpty();
    }
}
