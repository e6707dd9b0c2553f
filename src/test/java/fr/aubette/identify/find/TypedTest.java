package fr.aubette.identify.find;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sightings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    private static final Set<String> FORMS = WrittenForms.of(somebody());

    private static Profile somebody() {
        Sightings.Said said = new Sightings.Said(
                "",
                "de la Fontenelle",
                "Jean-Michel",
                Optional.of(LocalDate.of(1950, 3, 12)),
                List.of("+33639980101", "+32470123456"),
                List.of("jm.fontenelle@example.org"),
                "",
                "",
                "",
                false);
        return Sightings.profile("X", said, "Lefèvre", "");
    }

    private static boolean finds(String typed) {
        Typed understood = Typed.of(typed);
        return FORMS.stream().anyMatch(understood::finds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de la font",
                "De La Fontenelle Jean",
                "DELAFONTENELLE jean michel",
                "fontenelle j",
                "jean-michel fon",
                "Jean Michel de la Fontenelle",
                "jean lefev",
                "Lefebvre Jean-M",
                "Jean-Michel Lefebvre",
                "M. Lefevre",
                "06 39 98",
                "0639980101",
                "+33639980101",
                "+33 (0)6 39 98 01 01",
                "0032 470 12",
                "jm.fontenelle@exa",
                "JM.Fontenelle@example.org",
                "jm.font",
                "12/03/1950",
                "12/3",
                "12/03/19",
                "12-03-50",
                "12031950",
                "1950-03-12",
                "12 mars 1950",
                "12/03/1950 fontenelle",
                "fontenelle 12/03/1950",
                "lefevre jean 12.03.1950"
            })
    void findsSomebodyBy(String typed) {
        assertThat(finds(typed)).as("%s in %s", Typed.of(typed), FORMS).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fontaine", "0639980102", "13/03/1950", "jean dupont", "a", "", " ", "06", "@", "%", "'"})
    void doesNotFindHimBy(String typed) {
        assertThat(finds(typed)).isFalse();
    }

    @Test
    void looksByTheSoundAndTheYear() {
        assertThat(Typed.of("lefèvre 1950").keys()).anyMatch(key -> key.endsWith("|1950"));
        assertThat(Typed.of("jan michelle fontenel").keys()).isNotEmpty();
    }
}
