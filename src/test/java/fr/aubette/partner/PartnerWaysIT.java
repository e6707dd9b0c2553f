package fr.aubette.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.PassingOn;
import fr.aubette.answer.Posting;
import fr.aubette.deadline.Deadlines;
import fr.aubette.desk.DeskData;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Mail;
import fr.aubette.model.Partner;
import fr.aubette.model.Person;
import fr.aubette.model.Refused;
import fr.aubette.model.TicketId;
import fr.aubette.partner.Transfer.State;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.Clocks;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests passed on by mail, queue and file: as received with the date, nothing else, and what became of them. */
@HubTest
class PartnerWaysIT {

    private static final Actor CLAIRE = new Actor("claire", "Claire Morvan", List.of("claire"));
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransferBook book;

    @Autowired
    TicketRows rows;

    @Autowired
    PassingOn mails;

    @Autowired
    Posting posting;

    @Autowired
    PartnerParcels parcels;

    @Autowired
    Clocks clocks;

    @Autowired
    Deadlines deadlines;

    @Autowired
    History history;

    @Autowired
    ObjectMapper json;

    @Autowired
    PlatformTransactionManager manager;

    @TempDir
    Path folder;

    private DeskData.Draft ticket;

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("claire", "Claire Morvan", "INSERTION");
        ticket = data.ticket("FSL", "INSERTION", "Aide").open("Lise", "Perrin");
        ticket.said(
                new Mail(Optional.empty(), List.of(), List.of(), List.of(), Mail.Nature.REQUEST, Optional.empty()),
                AT,
                Person.unknown(),
                "TELLE-QUE-RECUE");
        ticket.event("noted", "claire", AT, "{\"text\":\"NOTE-INTERNE\"}");
    }

    @Test
    void goOntoThePartnersQueueAsReceivedAndNothingElse() throws IOException {
        Catalogue catalogue = with(Partner.Way.QUEUE, "");
        String body = new TransactionTemplate(manager).execute(transaction -> {
            transferring(catalogue).transfer(act(), CLAIRE, "MSA", "");
            transaction.setRollbackOnly();
            return jdbc.sql("select body from outbox where destination = 'aubette.partner.MSA'")
                    .query(String.class)
                    .single();
        });

        JsonNode message = json.readTree(body);
        assertThat(message.path("article").asText()).isEqualTo("CRPA L114-2");
        assertThat(message.path("parts").get(0).path("receivedOn").asText()).isEqualTo("2026-11-02");
        assertThat(message.path("parts").get(0).path("text").asText()).isEqualTo("TELLE-QUE-RECUE");
        String content = message.path("files").get(0).path("content").asText();
        assertThat(new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8))
                .isEqualTo("TELLE-QUE-RECUE");
        assertThat(body).doesNotContain("NOTE-INTERNE", "Perrin", "Claire", "FSL");
    }

    @Test
    void goIntoThePartnersFolderOnceAndItsReportsAreFollowed() throws IOException {
        Catalogue catalogue = with(Partner.Way.FILE, folder.toString());
        Transferring transferring = transferring(catalogue);
        in(() -> transferring.transfer(act(), CLAIRE, "MSA", ""));
        PartnerFolders folders = new PartnerFolders(book, parcels, catalogue, Clock.systemUTC(), manager);

        folders.handOver();
        folders.handOver();

        Transfer transfer = transfers().get(0);
        assertThat(transfer.handed()).isTrue();
        Path out = folder.resolve("out").resolve(transfer.id().toString());
        String note = Files.readString(out.resolve("demande.json"));
        assertThat(note).contains("TELLE-QUE-RECUE", "2026-11-02").doesNotContain("NOTE-INTERNE", "Perrin");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("demande.json", "courriel-1.bin");
        }
        PartnerReports reports = new PartnerReports(transferring, json);
        String id = transfer.id().toString();
        in(() -> reports.apply("{\"id\": \"" + id + "\", \"type\": \"received\"}", "MSA"));
        assertThat(transfers().get(0).receivedOn()).isPresent();
        assertThatThrownBy(() -> in(() -> reports.apply("{\"id\": \"" + id + "\", \"type\": \"accepted\"}", "CAF")))
                .isInstanceOf(Refused.class);
        in(() -> reports.apply(
                "{\"id\": \"" + id + "\", \"type\": \"returned\", \"reason\": \"Pas de chez nous\"}", "MSA"));
        assertThat(transfers().get(0).state()).isEqualTo(State.RETURNED);
        assertThat(transfers().get(0).remark()).isEqualTo("Pas de chez nous");
    }

    @Test
    void isOursAgainWhenItsMailCannotLeave() {
        Transferring transferring = transferring(with(Partner.Way.MAIL, ""));
        in(() -> transferring.transfer(act(), CLAIRE, "MSA", PostOffice.ADDRESS));

        await().atMost(SOON).until(() -> transfers().get(0).state() == State.UNDELIVERED);
        assertThat(whose()).isEqualTo("returned");

        String right = "msa-" + UUID.randomUUID() + "@example.org";
        in(() -> transferring.transfer(act(), CLAIRE, "MSA", right));
        await().atMost(SOON).until(() -> !PostOffice.to(right).isEmpty());
        assertThat(transfers()).extracting(Transfer::state).containsExactly(State.UNDELIVERED, State.SENT);
        assertThat(whose()).isEqualTo("transferred");
    }

    /** Its words are for the partner: an answer to the citizen that comes back goes to her by post, this does not. */
    @Test
    void areNotPostedToTheCitizenWhenTheyComeBack() {
        in(() -> transferring(with(Partner.Way.MAIL, ""))
                .transfer(act(), CLAIRE, "MSA", "msa-" + UUID.randomUUID() + "@example.org"));
        int back = jdbc.sql("update answer set state = 'undelivered', due_at = null where kind like 'transfer%'")
                .update();

        assertThat(back).isEqualTo(2);
        assertThat(posting.waiting(10))
                .extracting(sheet -> sheet.answer().kind())
                .containsExactly(Kind.TRANSFER_NOTICE);
    }

    /** The turn that says with whom the request is. */
    private String whose() {
        return jdbc.sql("""
                        select kind from clock_turn where ticket_id = ? and kind in ('transferred', 'returned')
                        order by seq desc limit 1
                        """).param(ticket.id()).query(String.class).single();
    }

    private void in(Runnable work) {
        new TransactionTemplate(manager).executeWithoutResult(transaction -> work.run());
    }

    private List<Transfer> transfers() {
        return new TransactionTemplate(manager).execute(transaction -> book.of(new TicketId(ticket.id())));
    }

    private Transferring transferring(Catalogue catalogue) {
        return new Transferring(book, rows, mails, parcels, clocks, deadlines, history, catalogue);
    }

    private Act act() {
        long version = jdbc.sql("select version from ticket where id = ?")
                .param(ticket.id())
                .query(Long.class)
                .single();
        return new Act(new TicketId(ticket.id()), version, "claire");
    }

    private static Catalogue with(Partner.Way way, String folder) {
        Partner msa = new Partner("MSA", "MSA", List.of(), "", "", "", way, folder, Partner.Answers.IN_A_MONTH);
        return new Catalogue(Map.of(), Map.of(), Map.of("MSA", msa));
    }
}
