package fr.aubette.identify.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.identify.match.People.Said;
import fr.aubette.identify.match.Verdict.Band;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final LocalDate BORN = LocalDate.of(2012, 4, 21);
    private final People people = new People();

    private static Said person(String last, String first) {
        return new Said().last(last).first(first);
    }

    private static List<String> ids(Verdict verdict) {
        return verdict.candidates().stream().map(c -> c.profile().id()).toList();
    }

    private void assertAttached(Said said, String id) {
        Verdict verdict = people.decide(said);
        assertThat(verdict.band()).isEqualTo(Band.ATTACH);
        assertThat(ids(verdict).get(0)).isEqualTo(id);
    }

    /** "Clélie" from c.fouquet@: each gives a half of the name. */
    @Test
    void joinsAFirstNameAndTheFamilyNameOfAMailbox() {
        people.with("CLELIE", person("Fouquet-Yvernaux", "Clélie").phone("0639990001"));
        people.with("CLAUDE", person("Fouquet-Yvernaux", "Claude").phone("0639990002"));

        Verdict verdict = people.decide(new Said().name("clelie").mail("c.fouquetyvernaux@example.org"));

        assertThat(ids(verdict).get(0)).isEqualTo("CLELIE");
    }

    /** One letter apart, both of them names, one address: a sister as well as a slip. */
    @Test
    void asksAboutARelativeWhoseFirstNameIsNearlyTheSame() {
        people.with("TRUNG", person("Phanevitch", "Trung").phone("0639990003").at("140 rue du Gué", "96300"));
        for (int i = 0; i < 40; i++) {
            people.with(
                    "T" + i, person("Autre" + (char) ('a' + i % 26), "Trang").phone("06399901" + (10 + i)));
        }

        Verdict verdict = people.decide(person("Phanevitch", "Trang").at("140 rue du Gué", "96300"));

        assertThat(verdict.band()).isNotEqualTo(Band.ATTACH);
    }

    /** The field says that "Van" is the first name, whatever it is elsewhere. */
    @Test
    void believesTheFieldInWhichAParticleIsTheFirstName() {
        people.with("VAN", person("Trankov", "Van").phone("0639990004"));

        assertAttached(person("Trankov", "Van").phone("0639990004"), "VAN");
    }

    /** A particle that is left out or joined on says no more of who it is than the whole name. */
    @Test
    void countsANameWithoutItsParticleAsOftenAsTheNameIsMet() {
        for (int i = 0; i < 60; i++) {
            people.with("D" + i, person("D'Hondt", i % 2 == 0 ? "Manon" : "Léa").born(BORN.plusDays(i)));
        }

        Verdict verdict = people.decide(new Said().name("Hondt Manon"));

        assertThat(verdict.band()).isEqualTo(Band.ASK);
    }

    @Test
    void knowsTwinsByTheirFirstNames() {
        String home = "15 rue du Gué";
        people.with(
                "GAUD", person("Leroy", "Gaud").born(BORN).phone("0639990001").at(home, "96100"));
        people.with(
                "DIANE", person("Leroy", "Diane").born(BORN).phone("0639990001").at(home, "96100"));

        assertAttached(person("Leroy", "Diane").born(BORN).at(home, "96100"), "DIANE");
        assertAttached(new Said().name("Gaud Leroy").phone("0639990001"), "GAUD");
    }

    @Test
    void asksWhichTwinAnInitiallessNameMeans() {
        people.with(
                "GAUD", person("Leroy", "Gaud").born(BORN).phone("0639990001").at("15 rue du Gué", "96100"));
        people.with(
                "DIANE", person("Leroy", "Diane").born(BORN).phone("0639990001").at("15 rue du Gué", "96100"));

        Verdict verdict = people.decide(new Said().name("Mme Leroy").born(BORN).phone("06 39 99 00 01"));

        assertThat(verdict.band()).isEqualTo(Band.ASK);
        assertThat(ids(verdict)).contains("GAUD", "DIANE");
    }

    @Test
    void doesNotTakeATwinWhoIsNotKnownForTheOneWhoIs() {
        people.with(
                "GAUD", person("Leroy", "Gaud").born(BORN).phone("0639990001").at("15 rue du Gué", "96100"));

        Verdict verdict = people.decide(
                person("Leroy", "Barnabé").born(BORN).phone("0639990001").at("15 rue du Gué", "96100"));

        assertThat(verdict.band()).isNotEqualTo(Band.ATTACH);
    }

    @Test
    void tellsFatherFromSonByTheBirthDateAlone() {
        LocalDate father = LocalDate.of(1960, 2, 3);
        LocalDate son = LocalDate.of(1988, 9, 12);
        people.with("FATHER", person("Gaillard", "Josselin").born(father).at("8 quai du Port", "96100"));
        people.with("SON", person("Gaillard", "Josselin").born(son).at("8 quai du Port", "96100"));

        assertAttached(person("Gaillard", "Josselin").born(son).at("8 quai du Port", "96100"), "SON");
        assertAttached(person("Gaillard", "Josselin").born(father), "FATHER");
        Verdict unsure = people.decide(new Said().name("Josselin Gaillard").at("8 quai du Port", "96100"));
        assertThat(unsure.band()).isEqualTo(Band.ASK);
        assertThat(ids(unsure)).contains("FATHER", "SON");
    }

    @Test
    void keepsACoupleTwoPeople() {
        people.with(
                "SHE",
                person("Delaunay", "Oriane")
                        .mail("delaunay.famille@example.org")
                        .at("3 rue du Gué", "96100"));
        people.with(
                "HE",
                person("Delaunay", "Gatien")
                        .mail("delaunay.famille@example.org")
                        .at("3 rue du Gué", "96100"));

        assertAttached(new Said().name("Oriane Delaunay").mail("delaunay.famille@example.org"), "SHE");
        assertAttached(new Said().name("DELAUNAY Gatien").mail("delaunay.famille@example.org"), "HE");
        Verdict both = people.decide(new Said().name("M. et Mme Delaunay").at("3 rue du Gué", "96100"));
        assertThat(both.band()).isEqualTo(Band.ASK);
    }

    @Test
    void knowsAWifeByHerHusbandsNameWhenTheyLiveTogether() {
        people.with("SHE", person("Marchais", "Amintte").phone("0639990007").at("130 rue Émile Zola", "96200"));
        people.with("HE", person("Delorme", "Ronan").phone("0639990007").at("130 rue Émile Zola", "96200"));

        assertAttached(new Said().name("Amintte Delorme").phone("0639990007"), "SHE");
    }

    @Test
    void proposesWhoLivesWithTheOwnerOfANumberWhoseNameFitsNot() {
        people.with("OWNER", person("Delorme", "Ronan").phone("0639990007").at("130 rue Émile Zola", "96200"));
        people.with("SHE", person("Marchais", "Amintte").at("130 rue Émile Zola", "96200"));

        Verdict verdict = people.decide(new Said().name("Amintte Delaume").phone("0639990007"));

        assertThat(ids(verdict)).contains("SHE");
    }

    @Test
    void completesAnInitialByTheMailbox() {
        people.with("HE", person("Quentric", "Anastase").at("109 rue du Gué", "96100"));
        people.with("OTHER", person("Quentric", "Amandine").at("3 rue du Gué", "96100"));

        Verdict verdict = people.decide(new Said().name("A. QUENTRIC").mail("anastasequentric94@example.org"));

        assertThat(ids(verdict).get(0)).isEqualTo("HE");
    }

    @Test
    void completesAFirstNameByTheMailboxHoweverItsDotsStand() {
        people.with("HE", person("Quentric", "Anastase").at("109 rue du Gué", "96100"));

        Verdict verdict = people.decide(new Said().name("anastase").mail("an.astasequentric@example.org"));

        assertThat(ids(verdict)).contains("HE");
    }

    @Test
    void doesNotTrustAMailboxThatContradictsTheName() {
        people.with("HE", person("Quentric", "Anastase").at("109 rue du Gué", "96100"));

        Verdict verdict = people.decide(new Said().name("M. Poirier").mail("anastase.quentric@example.org"));

        assertThat(ids(verdict)).doesNotContain("HE");
    }

    @Test
    void doesNotTakeTheNewOwnerOfARecycledPhoneForTheFormerOne() {
        people.with("FORMER", person("Quentric", "Anastase").phone("0639990002").at("109 rue du Gué", "96100"));

        Verdict verdict =
                people.decide(person("Yvernaux", "Célestin").born(BORN).phone("0639990002"));

        assertThat(verdict.band()).isEqualTo(Band.NEW);
    }

    @Test
    void asksWhenARecycledPhoneIsAllThatIsKnown() {
        people.with("FORMER", person("Quentric", "Anastase").phone("0639990002").at("109 rue du Gué", "96100"));
        people.with(
                "PRESENT", person("Yvernaux", "Célestin").phone("0639990002").at("4 quai du Port", "96300"));

        Verdict verdict = people.decide(new Said().phone("+33639990002"));

        assertThat(verdict.band()).isEqualTo(Band.ASK);
        assertThat(ids(verdict)).contains("FORMER", "PRESENT");
    }

    @Test
    void takesAGuardiansMailboxForNobodyInParticular() {
        for (int i = 0; i < 30; i++) {
            people.with(
                    "WARD" + i,
                    person("Pupille" + (char) ('a' + i % 26), "Zacharie" + (char) ('a' + i % 26))
                            .mail("tutelle@example.org")
                            .at(i + " rue du Gué", "96100"));
        }

        assertThat(people.decide(new Said().mail("tutelle@example.org")).band()).isNotEqualTo(Band.ATTACH);
        assertThat(people.decide(person("Inconnu", "Parfait").born(BORN).mail("tutelle@example.org"))
                        .band())
                .isEqualTo(Band.NEW);
    }

    @Test
    void knowsAWardWhomTheCareHomeNames() {
        for (int i = 0; i < 30; i++) {
            people.with(
                    "WARD" + i,
                    person("Pupille" + (char) ('a' + i % 26), "Zach" + (char) ('a' + i % 26))
                            .born(LocalDate.of(1930, 1, 1 + i % 28))
                            .phone("0199000001")
                            .at("1 rue du Foyer", "96100"));
        }
        people.with(
                "ANNA",
                person("Sauvageon", "Anna").born(BORN).phone("0199000001").at("1 rue du Foyer", "96100"));

        assertAttached(new Said().name("Anna Sauvageon").born(BORN).phone("0199000001"), "ANNA");
        assertThat(people.decide(new Said().phone("0199000001")).band()).isEqualTo(Band.ASK);
    }

    @Test
    void learnsNobodyByTheNumberOfTheRelayCentre() {
        for (int i = 0; i < 40; i++) {
            people.with(
                    "DEAF" + i,
                    person("Relais" + (char) ('a' + i % 26), "Zoé")
                            .phone("0199000099")
                            .at(i + " quai du Port", "96300"));
        }

        Verdict silent = people.decide(new Said().phone("0199000099"));
        Verdict named = people.decide(person("Torreton", "Philibert").born(BORN).phone("0199000099"));

        assertThat(silent.band()).isEqualTo(Band.ASK);
        assertThat(named.band()).isEqualTo(Band.NEW);
    }

    @Test
    void readsNamesAsTheyAreWrittenHere() {
        people.with("ALI", person("Ben Ali", "Yasmina").born(BORN));
        people.with("FONTAINE", person("de la Fontenelle", "Jean-Michel").born(BORN));
        people.with("LEFEVRE", person("Lefèvre", "Hippolyte").born(BORN));

        assertAttached(new Said().name("Yasmina BENALI").born(BORN), "ALI");
        assertAttached(person("Jean-Michel", "DE LA FONTENELLE").born(BORN), "FONTAINE");
        assertAttached(person("Fontenelle", "Jean Michel").born(BORN), "FONTAINE");
        assertAttached(person("Lefebvre", "Hipolyte").born(BORN), "LEFEVRE");
    }

    @Test
    void readsWhatAScannerMistook() {
        people.with("JUDITH", person("Öztürk", "Judith").at("111 bis rue Émile Zola", "96160"));

        assertAttached(
                new Said()
                        .name("OZFURK Juditb")
                        .at("111 8is, riie Émile Z0la", "96160")
                        .scanned(),
                "JUDITH");
    }

    /** A scanner takes a letter for a figure; who types one has typed another name. */
    @Test
    void readsFiguresAsLettersInScansOnly() {
        people.with("ODILON", person("Molinot", "Odilon").at("8 quai du Port", "96160"));

        assertThat(signs(new Said()
                        .name("M0LIN0T 0dilon")
                        .at("8 quai du Port", "96160")
                        .scanned()))
                .contains(Sign.SURNAME_SAME, Sign.FIRST_SAME);
        assertThat(signs(new Said().name("M0LIN0T 0dilon").at("8 quai du Port", "96160")))
                .contains(Sign.SURNAME_NEAR, Sign.FIRST_NEAR);
    }

    private List<Sign> signs(Said said) {
        return people.decide(said).candidates().get(0).clues().stream()
                .map(Clue::sign)
                .toList();
    }

    @Test
    void knowsAnAddressHoweverItIsWritten() {
        people.with("SOLENE", person("Quentric", "Solène").at("12 bis boulevard du Général de Gaulle", "96300"));

        for (String written : List.of("12 B, bd du Gal de Gaulle", "12bis Bld General de Gaulle")) {
            assertAttached(person("Quentric", "Solène").at(written, "96300"), "SOLENE");
        }
    }

    @Test
    void asksRatherThanTrustACommonNameAlone() {
        people.with("ONE", person("Martin", "Paul").born(BORN));

        assertThat(people.decide(new Said().name("Paul Martin").phone("0639991111"))
                        .band())
                .isEqualTo(Band.ASK);
    }

    @Test
    void saysWhatEachFieldWeighs() {
        people.with("ANNA", person("Sauvageon", "Anna").born(BORN));

        Candidate anna = people.decide(new Said().name("Anna Sauvageon").born(BORN))
                .candidates()
                .get(0);

        assertThat(anna.clues())
                .extracting(Clue::sign)
                .containsExactly(Sign.SURNAME_SAME, Sign.FIRST_SAME, Sign.BIRTH_SAME);
        assertThat(anna.clues()).allSatisfy(clue -> assertThat(clue.bits()).isGreaterThan(4));
    }
}
