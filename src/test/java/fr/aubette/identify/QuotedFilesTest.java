package fr.aubette.identify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.model.CaseFile;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.Identity.Certainty;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case-file number in a contact. */
class QuotedFilesTest {

    private static final String NUMBER = "APA-2023-004518";
    private static final LocalDate BORN = LocalDate.of(1942, 8, 19);

    private final UUID robert = UUID.randomUUID();
    private final UUID claire = UUID.randomUUID();

    private final List<Profile> register = new ArrayList<>(List.of(
            profile(
                    robert,
                    "surname chauvin\nfirst-name robert\nbirth-date 1942-08-19\nphone +33639980107\n"
                            + "address 3|tilleuls|96200|sauval\n"),
            profile(
                    claire,
                    "surname chauvin\nfirst-name claire\nbirth-date 1975-02-03\nphone +33639980102\n"
                            + "mail claire@example.org\n")));

    private final Identification identification =
            new Identification(new Town(), new CountedNames(), IdentifySettings.shipped());

    private static Profile profile(UUID id, String known) {
        return KnownText.profile(id.toString(), id.toString(), known);
    }

    /** Two people, and Robert's case file. */
    private final class Town implements CitizenDirectory {

        @Override
        public List<Profile> holders(List<IdentityKey> locked, Set<String> keys) {
            return register.stream()
                    .filter(each -> Keys.of(each).stream().anyMatch(keys::contains))
                    .toList();
        }

        @Override
        public List<Filed> filed(List<String> numbers) {
            CitizenId who = new CitizenId(robert);
            return numbers.contains("APA2023004518")
                    ? List.of(new Filed(
                            new CaseFile(NUMBER, who, "AUTONOMIE", "Nadia Ferhat", "MDS Sauval"),
                            register.get(0),
                            List.of(who)))
                    : List.of();
        }
    }

    private Identified said(Person requester, Optional<Person> beneficiary, String text, String... files) {
        return identification.identify(new Normalised(
                new IntakeId(UUID.randomUUID()),
                "accueil",
                new Contact(
                        new Counter("MDS", "nadia", Counter.Entry.VISIT),
                        Instant.parse("2026-06-01T08:00:00Z"),
                        "Objet",
                        text,
                        requester,
                        beneficiary,
                        List.of(files),
                        List.of())));
    }

    private Identity of(Person requester) {
        return said(requester, Optional.empty(), "", "apa 2023/004518").identity();
    }

    private static Person person(String last, String first, Optional<LocalDate> born, String phone, String mail) {
        return new Person(
                Optional.empty(),
                Optional.of(last).filter(text -> !text.isEmpty()),
                Optional.of(first).filter(text -> !text.isEmpty()),
                born,
                phone.isEmpty() ? List.of() : List.of(phone),
                mail.isEmpty() ? List.of() : List.of(mail),
                Optional.empty());
    }

    @Test
    void aloneTypedByAStrangerIdentifiesNobody() {
        Identity stranger = of(person("", "", Optional.empty(), "", "unknown@example.org"));

        assertThat(stranger.certainty()).isEqualTo(Certainty.AMBIGUOUS);
        assertThat(stranger.candidates()).containsExactly(new CitizenId(robert));
        assertThat(stranger.proven()).isFalse();
    }

    @Test
    void withoutAnythingElseIsAskedAbout() {
        assertThat(of(Person.unknown()).certainty()).isEqualTo(Certainty.AMBIGUOUS);
    }

    @Test
    void withTheNameIdentifiesAndTeachesNothing() {
        Identity named = of(person("Chauvin", "Robert", Optional.empty(), "", "unknown@example.org"));

        assertThat(named.citizen()).contains(new CitizenId(robert));
        assertThat(named.says(Identity.CASE_FILE)).isTrue();
        assertThat(named.proven()).isFalse();
    }

    @Test
    void withTheBirthDateIdentifiesAndTeaches() {
        Identity named = of(person("Chauvin", "Robert", Optional.of(BORN), "+33639980155", ""));

        assertThat(named.citizen()).contains(new CitizenId(robert));
        assertThat(named.proven()).isTrue();
    }

    @Test
    void withAnotherNameIdentifiesNobody() {
        Identity other = of(person("Garnier", "Paul", Optional.empty(), "", "paul@example.org"));

        assertThat(other.certainty()).isEqualTo(Certainty.NEW);
        assertThat(other.candidates()).isEmpty();
    }

    @Test
    void tellsWhoInAHouseholdUsesTheSharedPhone() {
        register.set(1, profile(claire, "surname chauvin\nfirst-name claire\nphone +33639980107\n"));

        assertThat(of(person("", "", Optional.empty(), "+33639980107", "")).citizen())
                .contains(new CitizenId(robert));
    }

    @Test
    void togetherWithTheHoldersNameInTheTextSaysForWhomADaughterAsks() {
        Person daughter = person("Chauvin", "Claire", Optional.of(LocalDate.of(1975, 2, 3)), "", "claire@example.org");

        Identified asked =
                said(daughter, Optional.empty(), "Mon père, Robert Chauvin, n'a rien reçu.", "APA-2023-004518");

        assertThat(asked.identity().citizen()).contains(new CitizenId(claire));
        assertThat(asked.whose()).contains(new CitizenId(robert));
        assertThat(asked.caseFiles()).hasSize(1);
    }

    @Test
    void ofSomebodyElseLeavesTheRequesterAlone() {
        Person daughter = person("Chauvin", "Claire", Optional.of(LocalDate.of(1975, 2, 3)), "", "claire@example.org");

        assertThat(said(daughter, Optional.empty(), "Bonjour", "APA-2023-004518")
                        .whose())
                .contains(new CitizenId(claire));
    }

    @Test
    void isNotNeededToFindTheBeneficiaryOfAGuardian() {
        Person guardian = person("Tutelles du Gué", "", Optional.empty(), "", "tutelles@example.org");
        Person ward = person("Chauvin", "Robert", Optional.of(BORN), "", "");

        Identified asked = said(guardian, Optional.of(ward), "Bonjour");

        assertThat(asked.whose()).contains(new CitizenId(robert));
        assertThat(asked.identity().citizen()).isEmpty();
    }

    @Test
    void ofABeneficiaryWhoIsTheRequesterIsOnePersons() {
        Person robertHimself = person("Chauvin", "Robert", Optional.of(BORN), "+33639980107", "");

        assertThat(said(robertHimself, Optional.of(robertHimself), "").beneficiary())
                .isEmpty();
    }
}
