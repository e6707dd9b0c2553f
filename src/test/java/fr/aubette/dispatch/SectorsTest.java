package fr.aubette.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Form;
import fr.aubette.model.Matter;
import fr.aubette.model.Person;
import fr.aubette.model.Sector;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectorsTest {

    private static final Catalogue CATALOGUE = new ConfigurationFolder(Path.of("config")).catalogue();
    private static final Sectors SECTORS = new Sectors(CATALOGUE.sectors());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROUTES | Nid-de-poule sur la RD 12 | Centre routier de Sauval",
                "ROUTES | Trou, R.D.12 au PK 3+200 | Centre routier de Sauval",
                "ROUTES | Trou sur la D12, PK 14,950 | Centre routier de Sauval",
                "ROUTES | Trou sur la RD12 PK 15 | Centre routier de Belcourt",
                "ROUTES | Trou sur la RD 120 | -",
                "ROUTES | Un arbre à Belcourt, près de la mairie | Centre routier de Belcourt",
                "ROUTES | La RD 7 à Sauval est barrée | Centre routier de Belcourt",
                "RESTAURATION_COLLEGES | La cantine du college Jean Moulin | Secteur Est",
                "RESTAURATION_COLLEGES | La cantine du collège Jean-Moulinot | -",
            })
    void areFoundInWhatIsSaid(String motive, String said, String site) {
        assertThat(site(motive, said, Optional.empty(), Optional.empty())).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RSA | 12 rue des Tilleuls, 96000 Clairmont | MDS Clairmont Centre",
                "RSA | 112 bis, rue des Tilleuls, 96000 CLAIRMONT | MDS Clairmont Nord",
                "RSA | 3 place du Marché, 96000 Clairmont | MDS Clairmont Centre",
                "RSA | Lieu-dit Les Aulnes, 96200 | MDS Sauval",
                "RSA | 4 rue Haute, 96999 Ailleurs | -",
                "APA | 4 rue Haute, Belcourt | Point autonomie Belcourt",
            })
    void followTheAddress(String motive, String address, String site) {
        assertThat(site(motive, "Bonjour", Optional.of(address), Optional.empty()))
                .isEqualTo(site);
    }

    @Test
    void followTheBeneficiarysAddressNeverTheCallers() {
        Optional<String> callers = Optional.of("1 rue Basse, 96000 Clairmont");

        assertThat(site("APA", "Pour mon père", callers, Optional.of("4 rue Haute, Sauval")))
                .isEqualTo("Point autonomie Sauval");
        assertThat(site("APA", "Pour mon père", callers, Optional.of(""))).isEqualTo("-");
    }

    @Test
    void divideOnlyTheMotivesThatTheyName() {
        assertThat(SECTORS.divide(CATALOGUE.motive("RSA"))).isTrue();
        assertThat(SECTORS.divide(CATALOGUE.motive("CADA"))).isFalse();
    }

    private static String site(String motive, String said, Optional<String> address, Optional<String> beneficiarys) {
        Contact contact = new Contact(
                new Form("contact", Optional.empty(), Map.of()),
                Instant.EPOCH,
                "Objet",
                said,
                person(address),
                beneficiarys.map(each -> person(Optional.of(each).filter(text -> !text.isEmpty()))),
                List.of(),
                List.of());
        return SECTORS.of(CATALOGUE.motive(motive), new Matter(motive, 1, false, "Objet", said, List.of()), contact)
                .map(Sector::site)
                .orElse("-");
    }

    private static Person person(Optional<String> address) {
        return new Person(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), address);
    }
}
