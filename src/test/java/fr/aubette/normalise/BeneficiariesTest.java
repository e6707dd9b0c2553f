package fr.aubette.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeneficiariesTest {

    private static final Person CLAIRE = named("Claire Chauvin");

    private static Person named(String name) {
        return new Person(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je vous écris pour mon père, M. Robert Chauvin, né le 19/08/1942.",
                "Ma demande est pour mon père Robert Chauvin né le 19 août 1942, qui vit seul.",
                "Objet : dossier de Monsieur Robert CHAUVIN, né le 19.08.1942",
                "notre résident M. Robert Chauvin (né le 19/08/1942) a besoin de vous"
            })
    void findsForWhomSomebodyWrites(String text) {
        Person found = Beneficiaries.in(text, CLAIRE).orElseThrow();

        assertThat(found.name().orElse("")).isEqualToIgnoringCase("Robert Chauvin");
        assertThat(found.birthDate()).contains(LocalDate.of(1942, 8, 19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma mère Jeanne ne peut plus faire sa toilette.",
                "Je soussignée, Madame Claire Chauvin, née le 3 février 1975, demande un rendez-vous.",
                "Le dossier de Madame Claire Chauvin, née le 03/02/1975, est incomplet.",
                "Mon père Robert Chauvin et ma mère Odile Chauvin demandent une aide.",
                "Votre directrice Madame Odile Renard m'a reçue."
            })
    void findsNobodyWhereNobodyElseIsMeantForSure(String text) {
        assertThat(Beneficiaries.in(text, CLAIRE)).isEmpty();
    }

    @Test
    void takesTheBirthDateFromWhereItStands() {
        String text = "Pour mon père Robert Chauvin. Mon père Robert Chauvin, né le 19/08/1942, vit seul.";

        assertThat(Beneficiaries.in(text, CLAIRE).flatMap(Person::birthDate)).contains(LocalDate.of(1942, 8, 19));
    }
}
