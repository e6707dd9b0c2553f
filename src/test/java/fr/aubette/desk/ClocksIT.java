package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import fr.aubette.answer.Acknowledging;
import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer;
import fr.aubette.answer.CannotLeave;
import fr.aubette.answer.Posting;
import fr.aubette.answer.Stop;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.TicketId;
import fr.aubette.model.Turn;
import fr.aubette.partner.NotTransferred;
import fr.aubette.partner.Transferring;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.Clocks;
import fr.aubette.ticket.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ticket's clocks through its life: as PostgreSQL keeps them, and what leaves because of them. */
@HubTest
class ClocksIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Actor CLAIRE = new Actor("claire", "Claire Morvan", List.of("claire"));
    private static final LocalDate ARRIVED = LocalDate.of(2026, 10, 30);
    private static final Instant SCANNED = Instant.parse("2026-11-02T08:00:00Z");
    private static final Letter LETTER = letter(ARRIVED);

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clocks clocks;

    @Autowired
    Acknowledging acknowledging;

    @Autowired
    Posting posting;

    @Autowired
    Reminders reminders;

    @Autowired
    Transferring transferring;

    @Autowired
    PlatformTransactionManager transactions;

    private final String who = "robert-" + UUID.randomUUID() + "@example.org";
    private final String partner = "partenaire-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("claire", "Claire Morvan", "AUTONOMIE", "INSERTION", "GUICHET_UNIQUE");
    }

    @Test
    void giveACallAMailAndALetterOneSetOfClocksFromTheFirstInWriting() {
        DeskData.Draft ticket = data.ticket("APA", "AUTONOMIE", "APA").open("Robert", "Chauvin");
        ticket.said(call(), Instant.parse("2026-11-02T07:52:00Z"), Person.unknown(), "Pour mon père");
        recount(ticket, "APA");
        assertThat(owed(ticket)).isEmpty();

        ticket.said(mail(Mail.Nature.REQUEST), Instant.parse("2026-11-02T08:20:00Z"), person(), "Pour mon père");
        recount(ticket, "APA");
        List<String> once = owed(ticket);
        assertThat(once)
                .containsExactly(
                        "ACKNOWLEDGEMENT 2026-11-12",
                        "AEE 2026-11-03",
                        "DECISION 2027-01-02",
                        "IMPLIED_ACCEPTANCE 2027-01-02");

        ticket.said(letter(LocalDate.of(2026, 11, 5)), Instant.parse("2026-11-05T08:00:00Z"), person(), "Je confirme");
        recount(ticket, "APA");
        assertThat(owed(ticket)).isEqualTo(once);
    }

    @Test
    void restUntilTheFileIsCompleteAndLoseNothing() {
        DeskData.Draft ticket =
                data.ticket("ACCUEIL_FAMILIAL_ADULTES", "AUTONOMIE", "Agrément").open("Ida", "Roy");
        ticket.said(LETTER, SCANNED, Person.unknown(), "Demande");
        turn(ticket, Turn.until(Turn.Kind.PIECES_ASKED, LocalDate.of(2026, 11, 10), LocalDate.of(2026, 12, 1)));
        assertThat(jdbc.sql(
                                "select rests_until::text from deadline where ticket_id = ? and kind = 'IMPLIED_ACCEPTANCE'")
                        .param(ticket.id())
                        .query(String.class)
                        .single())
                .isEqualTo("infinity");
        turn(ticket, Turn.on(Turn.Kind.SETTLED, LocalDate.of(2026, 11, 11)));
        assertThat(owed(ticket)).isEmpty();
        turn(ticket, Turn.on(Turn.Kind.REOPENED, LocalDate.of(2026, 11, 12)));
        turn(ticket, Turn.on(Turn.Kind.COMPLETE, LocalDate.of(2026, 11, 20)));
        assertThat(owed(ticket)).contains("IMPLIED_ACCEPTANCE 2027-01-20");
    }

    @Test
    void acknowledgeALetterOnPaperWithTheDayOfItsArrival() {
        DeskData.Draft ticket =
                data.ticket("RSA_RECOURS", "INSERTION", "Recours").open("Lise", "Perrin");
        ticket.said(LETTER, SCANNED, Person.unknown(), "Je conteste la dette");
        recount(ticket, "RSA_RECOURS");
        assertThat(owed(ticket)).contains("IMPLIED_REJECTION 2026-12-30", "SERVICE_COMMITMENT 2026-11-13");

        assertThat(acknowledging.acknowledge(id(ticket), CLAIRE)).isEqualTo(Answer.State.PAPER);
        Posting.Sheet sheet = posting.waiting(10).get(0);
        assertThat(sheet.text())
                .contains(
                        "30 octobre 2026",
                        "30 décembre 2026",
                        "vaudra rejet",
                        "tribunal administratif",
                        "Claire Morvan");
        posting.posted(sheet.answer().id(), LocalDate.now(PARIS), CLAIRE);

        assertThat(owed(ticket)).containsExactly("IMPLIED_REJECTION 2026-12-30");
        assertThat(posting.waiting(10)).isEmpty();
    }

    @Test
    void putWhatCameBackAmongWhatIsToBePosted() {
        DeskData.Draft ticket = data.ticket("FSL", "INSERTION", "Aide").open("Lise", "Perrin");
        ticket.said(mail(Mail.Nature.REQUEST), SCANNED, person(), "Une aide");
        ticket.written("reply", "undelivered", "claire", SCANNED, "", "Bonjour");
        assertThat(posting.waiting(10)).singleElement().satisfies(each -> {
            assertThat(each.number()).isEqualTo(ticket.number());
            posting.posted(each.answer().id(), LocalDate.now(PARIS), CLAIRE);
        });
        assertThat(jdbc.sql("select state from answer").query(String.class).single())
                .isEqualTo("posted");
    }

    @Test
    void areToldWhenTheyAreNearAndOnceWhenTheyHavePassed() {
        LocalDate today = LocalDate.now(PARIS);
        DeskData.Draft near = data.ticket("AUTRE_DEPARTEMENT", "GUICHET_UNIQUE", "APA d'ailleurs")
                .open("Jean", "Reims");
        near.said(letter(today.minusDays(22)), Instant.now(), Person.unknown(), "Je viens de Reims");
        recount(near, "AUTRE_DEPARTEMENT");
        DeskData.Draft late = data.ticket("AUTRE_DEPARTEMENT", "GUICHET_UNIQUE", "APA d'ailleurs")
                .open("Luc", "Reims");
        late.said(letter(today.minusDays(40)), Instant.now(), Person.unknown(), "Je viens de Reims");
        recount(late, "AUTRE_DEPARTEMENT");

        assertThat(reminders.tell(100)).isEqualTo(2);
        assertThat(reminders.tell(100)).isZero();

        assertThat(events(near)).containsExactly("deadline-near");
        assertThat(events(late)).containsExactly("deadline-passed");
        assertThat(jdbc.sql("select priority from ticket where id = ?")
                        .param(late.id())
                        .query(String.class)
                        .single())
                .isEqualTo("urgent");
    }

    @Test
    void followATransferToThePartnerAndBack() throws Exception {
        DeskData.Draft ticket = data.ticket("FSL", "INSERTION", "Aide").open("Lise", "Perrin");
        ticket.said(mail(Mail.Nature.REQUEST), SCANNED, person(), "TELLE-QUE-RECUE");
        ticket.event("noted", "claire", SCANNED, "{\"text\":\"NOTE-INTERNE\"}");
        recount(ticket, "FSL");
        transferring.transfer(act(ticket), CLAIRE, "CAF", partner);

        assertThat(owed(ticket)).extracting(each -> each.split(" ")[0]).contains("IMPLIED_REJECTION", "PARTNER_ANSWER");
        assertThat(owed(ticket)).noneMatch(each -> each.startsWith("ARE"));
        assertThat(catchThrowableOfType(CannotLeave.class, () -> acknowledging.acknowledge(id(ticket), CLAIRE))
                        .stop()
                        .why())
                .isEqualTo(Stop.Why.TRANSFERRED);
        await().atMost(SOON)
                .until(() ->
                        PostOffice.to(partner).size() == 1 && PostOffice.to(who).size() == 1);
        String raw = PostOffice.raw(PostOffice.to(partner).get(0));
        assertThat(raw).contains("TELLE-QUE-RECUE", "L114-2").doesNotContain("NOTE-INTERNE");
        assertThat(PostOffice.to(who).get(0).getSubject()).contains("transmise");

        transferring.returned(act(ticket), CLAIRE, "Relève de vous");
        assertThat(owed(ticket)).extracting(each -> each.split(" ")[0]).contains("ARE", "IMPLIED_REJECTION");
        transferring.transfer(act(ticket), CLAIRE, "CAF", partner);
        transferring.returned(act(ticket), CLAIRE, "Toujours de vous");
        assertThat(catchThrowableOfType(
                                NotTransferred.class, () -> transferring.transfer(act(ticket), CLAIRE, "CAF", partner))
                        .why())
                .isEqualTo(NotTransferred.Why.TWICE);
    }

    @Test
    void keepAnotherMattersWordsOutOfATransfer() {
        DeskData.Draft ticket = data.ticket("FSL", "INSERTION", "Aide").open("Lise", "Perrin");
        DeskData.Draft other = data.ticket("PCH", "AUTONOMIE", "Santé").open("Lise", "Perrin");
        UUID contact = ticket.said(mail(Mail.Nature.REQUEST), SCANNED, person(), "Une aide au loyer");
        other.also(contact, "SECRET-DE-SANTE");
        recount(ticket, "FSL");
        transferring.transfer(act(ticket), CLAIRE, "CAF", partner);

        assertThat(jdbc.sql("select count(*) from answer_file")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select final_body from answer where kind = 'transfer'")
                        .query(String.class)
                        .single())
                .contains("Une aide au loyer")
                .doesNotContain("SECRET");
    }

    private void recount(DeskData.Draft ticket, String motive) {
        new TransactionTemplate(transactions).executeWithoutResult(each -> clocks.recount(id(ticket), motive));
    }

    private void turn(DeskData.Draft ticket, Turn turn) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(each -> clocks.turn(id(ticket), "ACCUEIL_FAMILIAL_ADULTES", turn));
    }

    private List<String> owed(DeskData.Draft ticket) {
        return jdbc.sql("select kind || ' ' || due_on from deadline where ticket_id = ? order by 1")
                .param(ticket.id())
                .query(String.class)
                .list();
    }

    private List<String> events(DeskData.Draft ticket) {
        return jdbc.sql("select kind from ticket_event where ticket_id = ? order by seq")
                .param(ticket.id())
                .query(String.class)
                .list();
    }

    private Act act(DeskData.Draft ticket) {
        long version = jdbc.sql("select version from ticket where id = ?")
                .param(ticket.id())
                .query(Long.class)
                .single();
        return new Act(id(ticket), version, "claire");
    }

    private static TicketId id(DeskData.Draft ticket) {
        return new TicketId(ticket.id());
    }

    private Person person() {
        return DeskData.person("Robert", "Chauvin", "", who);
    }

    private static Letter letter(LocalDate arrived) {
        return new Letter("SIEGE", arrived, List.of(), Letter.Reading.WHOLE, Optional.empty());
    }

    private static Mail mail(Mail.Nature nature) {
        return new Mail(
                Optional.of(UUID.randomUUID() + "@example.org"),
                List.of(),
                List.of(),
                List.of(),
                nature,
                Optional.empty());
    }

    private static Phone call() {
        return new Phone(
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
    }
}
