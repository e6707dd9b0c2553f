package fr.aubette.store.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.AnswerBook.Text;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.Step;
import fr.aubette.answer.Stop;
import fr.aubette.answer.Wish;
import fr.aubette.hub.HubDatabase;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store of answers, statement by statement. */
class JdbcAnswerBookTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private static JdbcClient jdbc;

    private final JdbcAnswerBook book = new JdbcAnswerBook(jdbc, new AnswerRow(JSON));
    private final JdbcStepBook steps = new JdbcStepBook(jdbc);
    private TicketId ticket;
    private CitizenId citizen;

    @BeforeAll
    static void connect() {
        jdbc = DATABASE.jdbc();
    }

    @BeforeEach
    void openATicket() {
        citizen = new CitizenId(UUID.randomUUID());
        ticket = new TicketId(UUID.randomUUID());
        jdbc.sql("insert into citizen (id, last_name, first_name, opened_at) values (?, 'Test', 'Anne', ?)")
                .params(citizen.value(), Timestamp.from(NOW))
                .update();
        jdbc.sql("""
                        insert into ticket (id, number, citizen_id, motive, directorate, subject, priority, status,
                                            opened_at, last_contact_at)
                        values (?, ?, ?, 'ROUTES', 'VOIRIE', 'Un trou', 'normal', 'open', ?, ?)
                        """)
                .params(
                        ticket.value(),
                        ticket.value().toString().substring(0, 8),
                        citizen.value(),
                        Timestamp.from(NOW),
                        Timestamp.from(NOW))
                .update();
    }

    @Test
    void givesBackWhatItKept() {
        Answer draft = answer(Answer.Kind.REPLY, State.DRAFT);
        book.insert(draft);
        Answer.File file = new Answer.File(1, "plan.pdf", "application/pdf", 12, "a".repeat(64));
        book.addFile(draft.id(), file);

        assertThat(book.find(draft.id()).orElseThrow().files()).containsExactly(file);
        assertThat(book.of(ticket)).extracting(Answer::id).containsExactly(draft.id());
        book.removeFile(draft.id(), 1);
        assertThat(book.find(draft.id())).contains(draft);
    }

    @Test
    void movesAVersionOnAndKeepsWhatCameTooLate() {
        Answer draft = answer(Answer.Kind.REPLY, State.DRAFT);
        book.insert(draft);
        Text text = new Text(
                Answer.Kind.HOLDING,
                Answer.Medium.MAIL,
                "b@example.org",
                "Objet",
                "Bonjour",
                "attente",
                Map.of("until", "2026-12-01"));

        assertThat(book.save(draft, text, NOW)).isEqualTo(1);
        book.keepLate(
                draft.id(),
                "bob",
                new Text(Answer.Kind.REPLY, Answer.Medium.MAIL, "", "Objet", "Autre chose", "", Map.of()),
                NOW);

        Answer saved = book.find(draft.id()).orElseThrow();
        assertThat(saved.text()).isEqualTo("Bonjour");
        assertThat(saved.kind()).isEqualTo(Answer.Kind.HOLDING);
        assertThat(saved.fields()).containsEntry("until", "2026-12-01");
        assertThat(book.late(draft.id())).singleElement().extracting("text").isEqualTo("Autre chose");
        book.adopt(draft.id(), new Actor("bob", "Bob", List.of("bob")), NOW);
        assertThat(book.find(draft.id()).orElseThrow().author()).isEqualTo("bob");
    }

    @Test
    void keepsOneReceiptATicketAndNoneOnceAnswered() {
        assertThat(book.insertReceipt(answer(Answer.Kind.RECEIPT, State.READY))).isTrue();
        assertThat(book.insertReceipt(answer(Answer.Kind.RECEIPT, State.READY))).isFalse();

        openATicket();
        book.insert(answer(Answer.Kind.REPLY, State.SENT));
        assertThat(book.insertReceipt(answer(Answer.Kind.RECEIPT, State.READY))).isFalse();
    }

    @Test
    void claimsWhatIsDueOnceAndAgainWhenItsHubIsGone() {
        Answer ready = answer(Answer.Kind.RECEIPT, State.READY);
        book.insert(ready);

        assertThat(book.claimDue(NOW.minusSeconds(1), NOW, 50)).doesNotContain(ready.id());
        assertThat(book.claimDue(NOW, NOW.plusSeconds(300), 50)).contains(ready.id());
        assertThat(book.claimDue(NOW, NOW.plusSeconds(300), 50)).doesNotContain(ready.id());
        assertThat(book.claimDue(NOW.plusSeconds(300), NOW.plusSeconds(600), 50))
                .contains(ready.id());
        assertThat(book.find(ready.id()).orElseThrow().attempts()).isEqualTo(2);
        assertThat(book.stuck(1)).isPositive();

        book.pass(ready, ready.id() + "@departement.example", NOW);
        Deadline met = new Deadline("AEE", LocalDate.of(2026, 11, 3), "CRPA R112-11-2", "1 jour ouvré");
        book.sent(ready.id(), NOW, List.of(met));
        assertThat(book.met(ready.id())).containsExactly(met);
        Answer next = answer(Answer.Kind.RECEIPT, State.READY);
        assertThat(book.automaticSince(next, NOW.minusSeconds(1))).isEqualTo(1);
        assertThat(book.automaticSince(next, NOW)).isZero();
        assertThat(book.automaticSince(ready, NOW.minusSeconds(1))).isZero();
        assertThat(book.left(ready.id() + "@departement.example", "")).contains(ready.id());
        assertThat(book.left("", ready.id().shortForm())).contains(ready.id());
        assertThat(book.left("unknown", "000000000000")).isEmpty();
    }

    @Test
    void forgetsWhatWasFrozenWhenItIsADraftAgain() {
        Answer waiting = answer(Answer.Kind.REPLY, State.VISA);
        book.insert(waiting);
        assertThat(book.waiting(100)).extracting(Answer::id).contains(waiting.id());

        book.move(waiting.id(), State.STOPPED, Optional.empty(), Optional.of(new Stop(Stop.Why.VARIABLE, "x")));
        assertThat(book.lock(waiting.id()).orElseThrow().problem()).contains(new Stop(Stop.Why.VARIABLE, "x"));
        book.move(waiting.id(), State.DRAFT, Optional.empty(), Optional.empty());

        Answer draft = book.find(waiting.id()).orElseThrow();
        assertThat(draft.finalText()).isEmpty();
        assertThat(draft.version()).isEqualTo(1);
    }

    @Test
    void followsRoundsOfVisas() {
        Answer waiting = answer(Answer.Kind.REPLY, State.SIGNATURE);
        book.insert(waiting);
        steps.begin(waiting.id(), List.of(step(1, Step.Kind.VISA, "CHEF"), step(2, Step.Kind.SIGNATURE, "")));

        Step first = steps.next(waiting.id()).orElseThrow();
        steps.decide(
                waiting.id(),
                new Step(
                        1,
                        1,
                        Step.Kind.VISA,
                        "CHEF",
                        Step.State.GIVEN,
                        Optional.of("bob"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOW)));
        assertThat(first.post()).isEqualTo("CHEF");
        assertThat(steps.next(waiting.id()).orElseThrow().kind()).isEqualTo(Step.Kind.SIGNATURE);
        assertThat(steps.toHand(100)).contains(waiting.id());
        steps.hand(waiting.id(), steps.next(waiting.id()).orElseThrow(), NOW);
        assertThat(steps.toHand(100)).doesNotContain(waiting.id());
    }

    @Test
    void knowsTheTicketsFactsAndTheCitizensWishes() {
        JdbcWishes wishes = new JdbcWishes(jdbc);
        Wish wish = new Wish(UUID.randomUUID(), Wish.Kind.NEVER_ADDRESS, "deux@example.org", "anne", NOW);
        wishes.set(citizen, wish);
        jdbc.sql("insert into identity_key (kind, value, citizen_id, seen_at) values ('mail', ?, ?, now())")
                .params(ticket + "@example.org", citizen.value())
                .update();

        assertThat(wishes.of(citizen)).containsExactly(wish);
        assertThat(wishes.ofAddress(ticket + "@example.org")).containsExactly(wish);
        wishes.end(citizen, wish.id(), "bob", NOW);
        assertThat(wishes.of(citizen)).isEmpty();

        said("un@example.org", "m1@example.org", NOW);
        said("deux@example.org", "m2@example.org", NOW.plus(1, ChronoUnit.HOURS));
        var facts = new JdbcFactsBook(jdbc).of(ticket);
        assertThat(facts.citizen()).contains(citizen);
        assertThat(facts.citizenName()).isEqualTo("Anne Test");
        assertThat(facts.addresses()).containsExactly("deux@example.org", "un@example.org");
        assertThat(facts.messageIds()).containsExactly("m1@example.org", "m2@example.org");
        assertThat(facts.source()).isEqualTo("contact");
        assertThat(facts.receivedAt()).isEqualTo(NOW);
    }

    private void said(String mail, String messageId, Instant at) {
        UUID intake = UUID.randomUUID();
        jdbc.sql("""
                        insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                            media_type, facts, sha256, size, outcome, ended_at)
                        values (?, 'mail', 'contact', ?, ?, ?, ?, 'message/rfc822', '{}', ?, 1, 'opened', ?)
                        """)
                .params(
                        intake,
                        intake.toString(),
                        Timestamp.from(at),
                        Timestamp.from(at),
                        Timestamp.from(at),
                        "b".repeat(64),
                        Timestamp.from(at))
                .update();
        UUID contact = UUID.randomUUID();
        jdbc.sql("""
                        insert into contact (id, intake_id, channel, received_at, certainty, subject, detail)
                        values (?, ?, 'mail', ?, 'KNOWN', 'Un trou', ?::jsonb)
                        """)
                .params(
                        contact,
                        intake,
                        Timestamp.from(at),
                        "{\"requester\":{\"mails\":[\"" + mail + "\"]},\"channel\":{\"messageId\":\"" + messageId
                                + "\"}}")
                .update();
        jdbc.sql("insert into ticket_contact (ticket_id, contact_id, subject, body) values (?, ?, 'Un trou', '')")
                .params(ticket.value(), contact)
                .update();
    }

    private static Step step(int place, Step.Kind kind, String post) {
        return new Step(
                1,
                place,
                kind,
                post,
                Step.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Answer answer(Answer.Kind kind, State state) {
        boolean frozen = state != State.DRAFT;
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                ticket,
                kind,
                Answer.Medium.MAIL,
                state,
                0,
                "anne",
                "Anne",
                "contact",
                "a-" + ticket + "@example.org",
                "Objet",
                "Texte {{jour}}",
                "reponse",
                Map.of("jour", "lundi"),
                Optional.of("Objet").filter(each -> frozen),
                Optional.of("Texte lundi").filter(each -> frozen),
                List.of(),
                Optional.of(NOW).filter(each -> state == State.READY),
                0,
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty());
    }
}
