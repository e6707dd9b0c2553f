package fr.aubette.identify.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {

    @ParameterizedTest
    @CsvSource({
        "Lefebvre,Lefèvre",
        "Yılmaz,Yilmas",
        "Maillard,Mayllard",
        "Dufour,Duphour",
        "Fouquet,Fouquez",
        "Mathieu,Matieu",
        "Gauthier,Gautier",
        "Guillaume,Guillaumme",
        "Ben Ali,Benali"
    })
    void hearsTheSameName(String one, String other) {
        assertThat(sound(one)).isEqualTo(sound(other));
    }

    @ParameterizedTest
    @CsvSource({"Martin,Martine", "Florian,Florence", "Roy,Royer"})
    void hearsAnother(String one, String other) {
        assertThat(sound(one)).isNotEqualTo(sound(other));
    }

    private static String sound(String name) {
        return Sound.of(Letters.joined(Letters.fold(name)));
    }
}
