package fr.aubette.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.answer.PagerMail;
import fr.aubette.deadline.Deadlines;
import fr.aubette.desk.DeskData;
import fr.aubette.desk.Visitor;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A protected ticket that nobody takes pages who is on duty; a false alarm leaves no trace outside its desk. */
@HubTest
class DutyIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DutyBook book;

    @Autowired
    TicketRows rows;

    @Autowired
    History history;

    @Autowired
    PagerMail mails;

    @Autowired
    Deadlines calendar;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private final String first = "garde-" + UUID.randomUUID() + "@example.org";
    private final String deputy = "suppleant-" + UUID.randomUUID() + "@example.org";
    private final Instant opened = Instant.now();
    private Instant now = opened;

    @BeforeEach
    void people() {
        data.clear();
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE");
        data.person(
                "cripien",
                "Odette Lamy",
                Right.in(Kind.AGENT, "ENFANCE_FAMILLE"),
                Right.in(Kind.PROTECTED, "ENFANCE_FAMILLE"));
    }

    @Test
    void pageWhoIsOnDutyThenTheDeputyOnceEachUntilSomebodyTakesIt() {
        DeskData.Draft ticket = ticket("Zéphyrine frappée", "Son neveu redouté la frappe.");

        assertThat(after(9)).isZero();
        assertThat(after(11)).isEqualTo(1);
        assertThat(after(11)).as("again, or by a hub that starts anew").isZero();
        assertThat(after(20)).isZero();
        assertThat(after(22)).isEqualTo(1);

        await().atMost(SOON)
                .until(() -> PostOffice.to(first).size() == 1
                        && PostOffice.to(deputy).size() == 1);
        assertThat(PostOffice.raw(PostOffice.to(first).get(0)))
                .contains("Astreinte", "Auto-Submitted")
                .doesNotContain("phyrine", "neveu", "frapp", "In-Reply-To");
        Visitor cripien = new Visitor(port).signIn("cripien", DeskData.PASSWORD);
        assertThat(cripien.get("/demandes/" + ticket.number()).body())
                .contains("a appelé la personne d’astreinte", "Garde", "D’astreinte")
                .doesNotContain("Astreinte : une demande attend");

        cripien.post("/demandes/" + ticket.number() + "/prendre", Map.of("version", "0"));
        assertThat(after(60)).as("taken").isZero();
        cripien.post("/demandes/" + ticket.number() + "/rendre", Map.of("version", "1"));
        assertThat(after(61)).as("given back: it waits anew").isEqualTo(1);
    }

    @Test
    void pageTheDeputyAtOnceWhenThePageDidNotArrive() {
        ticket("Signalement", "Un enfant");
        assertThat(after(11)).isEqualTo(1);
        await().atMost(SOON).until(() -> PostOffice.to(first).size() == 1);

        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from answer where kind = 'page' and state = 'sent'")
                                .query(Long.class)
                                .single()
                        == 1);
        jdbc.sql("update answer set state = 'undelivered', problem = 'RETURNED' where kind = 'page'")
                .update();

        assertThat(after(12)).isEqualTo(1);
        await().atMost(SOON).until(() -> PostOffice.to(deputy).size() == 1);
    }

    @Test
    void pageForTheNewestTooWhenManyWaitThatWerePaged() {
        ticket("Signalement", "Un enfant");
        ticket("Signalement", "Un autre enfant");

        assertThat(after(11, 1)).isEqualTo(1);
        assertThat(after(12, 1)).isEqualTo(1);
        assertThat(after(13, 1)).isZero();
    }

    @Test
    void giveAFalseAlarmBackWithoutATraceAndTakeItBackAgain() {
        DeskData.Draft ticket = ticket(
                "Chaussée abîmée", "Un nid de poule profond sur la RD 12 au PK 4, chaussée abîmée, c'est suicidaire.");
        Visitor cripien = new Visitor(port).signIn("cripien", DeskData.PASSWORD);
        Visitor voirie = new Visitor(port).signIn("voirie", DeskData.PASSWORD);
        String page = "/demandes/" + ticket.number();
        cripien.post(page + "/noter", Map.of("text", "NOTE-DU-CIRCUIT"));
        assertThat(voirie.get(page).statusCode()).isEqualTo(404);

        String given = cripien.post(page + "/fausse-alerte", Map.of("version", "0", "text", "FACON-DE-PARLER"))
                .body();

        assertThat(given).contains("Fausses alertes", "FACON-DE-PARLER", "Odette Lamy", ticket.number());
        assertThat(state(ticket)).isEqualTo("normal MOBILITES_VOIRIE ROUTES open");
        String seen = voirie.get(page).body();
        assertThat(seen).contains("nid de poule").doesNotContain("FACON", "NOTE-DU", "fausse", "rotég");
        assertThat(voirie.call("/api/tickets/" + ticket.number()).body())
                .doesNotContain("FACON", "NOTE-DU", "false-alarm", "ENFANT");
        assertThat(voirie.get("/fausses-alertes").statusCode()).isEqualTo(404);

        cripien.post("/fausses-alertes/" + ticket.number() + "/annuler", Map.of());

        assertThat(state(ticket)).isEqualTo("protected ENFANCE_FAMILLE ENFANT_EN_DANGER open");
        assertThat(voirie.get(page).statusCode()).isEqualTo(404);
        assertThat(cripien.get(page).body()).contains("a remis la demande dans le circuit protégé", "NOTE-DU-CIRCUIT");
    }

    private DeskData.Draft ticket(String subject, String text) {
        DeskData.Draft ticket = data.ticket("ENFANT_EN_DANGER", "ENFANCE_FAMILLE", subject)
                .priority("protected")
                .service("CRIP")
                .at(opened)
                .open("Zéphyrine", "Troncquoy");
        ticket.said(new Form("contact", Optional.empty(), Map.of()), opened, Person.unknown(), text);
        return ticket;
    }

    private String state(DeskData.Draft ticket) {
        return jdbc.sql("select concat_ws(' ', priority, directorate, motive, status) from ticket where id = ?")
                .param(ticket.id())
                .query(String.class)
                .single();
    }

    /** How many pages are written so many minutes after the ticket came, by a hub that has just started. */
    private int after(int minutes) {
        return after(minutes, 100);
    }

    private int after(int minutes, int most) {
        now = opened.plus(Duration.ofMinutes(minutes));
        Clock clock = InstantSource.fixed(now).withZone(ZoneId.of("UTC"));
        Rota rota = new Rota(
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                "essai",
                "",
                "",
                List.of(new Rota.Desk(
                        List.of("ENFANCE_FAMILLE"),
                        List.of(),
                        List.of(
                                new Officer("g", "Garde", first, "", ""),
                                new Officer("s", "Suppléant", deputy, "", "")))));
        PagerMail sender = mails;
        return new Paging(book, () -> rota, rows, history, sender, calendar, clock, transactions).page(most);
    }
}
