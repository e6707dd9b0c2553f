package fr.aubette.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.deadline.DeadlineSettings;
import fr.aubette.deadline.Deadlines;
import fr.aubette.model.Assignment;
import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Attribution;
import fr.aubette.model.Channel;
import fr.aubette.model.Classification;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Deadline;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.Matter;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.Threaded;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketId;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Instant SCANNED = Instant.parse("2026-11-02T08:00:00Z");
    private static final Letter LETTER =
            new Letter("SIEGE", LocalDate.of(2026, 10, 30), List.of(), Letter.Reading.WHOLE, Optional.empty());
    private static final Form FORM = new Form("contact", Optional.empty(), Map.of());
    private static final Phone CALL = new Phone(
            "1.1",
            Optional.empty(),
            "0199000000",
            List.of(),
            List.of(),
            Optional.empty(),
            Phone.Outcome.ANSWERED,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);

    private final Dispatcher dispatcher = new Dispatcher(
            new ConfigurationFolder(Path.of("config")).catalogue(), new Deadlines(new DeadlineSettings(false)));

    @Test
    void countsALettersClocksFromItsArrival() {
        Assignment appeal = dispatch(LETTER, matter("RSA_RECOURS", false), Optional.empty());

        assertThat(appeal.lead()).isEqualTo("INSERTION");
        assertThat(appeal.service()).contains("RSA");
        assertThat(appeal.deadlines())
                .filteredOn(deadline -> deadline.kind().equals("IMPLIED_REJECTION"))
                .extracting(Deadline::dueOn)
                .containsExactly(LocalDate.of(2026, 12, 30));
        assertThat(appeal.deadlines()).extracting(Deadline::kind).doesNotContain("AEE", "ARE");
    }

    @Test
    void startsNoClockForAMatterThatJoinsATicket() {
        Optional<TicketId> open = Optional.of(new TicketId(UUID.randomUUID()));

        assertThat(dispatch(LETTER, matter("RSA_RECOURS", false), open).deadlines())
                .isEmpty();
    }

    @Test
    void startsNoClockForACallExceptOnTheProtectedLane() {
        assertThat(dispatch(CALL, matter("DPD", false), Optional.empty()).deadlines())
                .isEmpty();
        assertThat(dispatch(CALL, matter("ENFANT_EN_DANGER", true), Optional.empty())
                        .deadlines())
                .extracting(Deadline::kind)
                .containsExactly("EVALUATION");
    }

    @Test
    void owesAContributionByADateCountedInWorkingDays() {
        Assignment claim = dispatch(LETTER, matter("SINISTRES", false), Optional.empty());

        assertThat(claim.attributions())
                .contains(new Attribution(
                        "MOBILITES_VOIRIE", Attribution.Role.CONTRIBUTION, Optional.of(LocalDate.of(2026, 11, 16))));
    }

    @Test
    void informsWhomTheMatterAsksForButNobodyOfAProtectedOne() {
        Matter asked = new Matter("ROUTES", 1, false, "s", "t", List.<Evidence>of(), List.of("CABINET"));
        Matter threat = new Matter("ROUTES", 1, true, "s", "t", List.<Evidence>of(), List.of("CABINET"));

        assertThat(dispatch(FORM, asked, Optional.empty()).attributions())
                .containsExactly(Attribution.lead("MOBILITES_VOIRIE"), Attribution.information("CABINET"));
        assertThat(dispatch(FORM, threat, Optional.empty()).attributions())
                .containsExactly(Attribution.lead("MOBILITES_VOIRIE"));
        assertThat(dispatch(FORM, threat, Optional.empty()).priority()).isEqualTo(Priority.PROTECTED);
    }

    @Test
    void sendsAPartnersMatterToTheSingleCounter() {
        Assignment partner = dispatch(FORM, matter("ALLOCATIONS", false), Optional.empty());

        assertThat(partner.lead()).isEqualTo("GUICHET_UNIQUE");
        assertThat(partner.evidence()).contains(new Evidence("partner", "CAF"));
    }

    @Test
    void findsTheSiteByTheBeneficiarysAddressNeverTheCallers() {
        Person daughter = living("1 rue Basse, 96000 Clairmont");

        assertThat(site(daughter, Optional.of(living("4 rue Haute, Sauval")))).contains("Point autonomie Sauval");
        assertThat(site(daughter, Optional.of(Person.unknown()))).contains(Sectoring.TO_SORT);
        assertThat(site(daughter, Optional.empty())).contains("Point autonomie Clairmont");
    }

    @Test
    void findsTheSiteByTheAddressKnownOfWhoGivesNone() {
        Contact silent = contact(FORM, Person.unknown(), Optional.empty());

        Assignment known = assign(silent, Optional.of("112 tilleuls 96000 clairmont"));

        assertThat(known.site()).contains("MDS Clairmont Nord");
        assertThat(known.evidence())
                .contains(new Evidence("sector", "MDS Clairmont Nord : adresse du demandeur, telle que connue"));
        assertThat(assign(silent, Optional.empty()).site()).contains(Sectoring.TO_SORT);
        assertThat(assign(contact(FORM, Person.unknown(), Optional.of(Person.unknown())), Optional.of("clairmont"))
                        .site())
                .as("the file of who writes is not that of the person meant")
                .contains(Sectoring.TO_SORT);
    }

    private Assignment assign(Contact contact, Optional<String> home) {
        Identified bare = identified(contact);
        Identified known = new Identified(bare.normalised(), bare.identity(), home);
        Matter rsa = matter("RSA", false);
        Classified classified = new Classified(known, new Classification(List.of(rsa), Optional.empty()));
        return dispatcher
                .dispatch(new Threaded(classified, List.of(new Threading(rsa, Optional.empty(), List.of()))))
                .assignments()
                .get(0);
    }

    private Optional<String> site(Person requester, Optional<Person> beneficiary) {
        return dispatch(contact(FORM, requester, beneficiary), matter("APA", false), Optional.empty())
                .site();
    }

    private static Person living(String address) {
        return new Person(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(address));
    }

    @Test
    void decidesNothingForWhatIsSuppressed() {
        Threaded nothing = new Threaded(
                new Classified(identified(FORM), new Classification(List.of(), Optional.of("courrier automatique"))),
                List.of());

        assertThat(dispatcher.dispatch(nothing).assignments()).isEmpty();
    }

    private Assignment dispatch(Channel channel, Matter matter, Optional<TicketId> joins) {
        return dispatch(contact(channel, Person.unknown(), Optional.empty()), matter, joins);
    }

    private Assignment dispatch(Contact contact, Matter matter, Optional<TicketId> joins) {
        Classified classified =
                new Classified(identified(contact), new Classification(List.of(matter), Optional.empty()));
        Threading threading = new Threading(matter, joins, List.of());
        return dispatcher
                .dispatch(new Threaded(classified, List.of(threading)))
                .assignments()
                .get(0);
    }

    private static Contact contact(Channel channel, Person requester, Optional<Person> beneficiary) {
        return new Contact(channel, SCANNED, "Objet", "Texte", requester, beneficiary, List.of(), List.of());
    }

    private static Identified identified(Channel channel) {
        return identified(contact(channel, Person.unknown(), Optional.empty()));
    }

    private static Identified identified(Contact contact) {
        return new Identified(
                new Normalised(new IntakeId(UUID.randomUUID()), "source", contact),
                new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), List.of()));
    }

    private static Matter matter(String motive, boolean protectedLane) {
        return new Matter(motive, 1, protectedLane, "Objet", "Texte", List.of());
    }
}
