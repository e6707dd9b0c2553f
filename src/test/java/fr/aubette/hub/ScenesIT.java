package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.answer.Acknowledging;
import fr.aubette.answer.Actor;
import fr.aubette.desk.DeskData;
import fr.aubette.desk.Visitor;
import fr.aubette.duty.Paging;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.model.TicketId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three scenes of a département's week, from what comes in to what is owed by when. */
@HubTest
class ScenesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant SCANNED = Instant.parse("2026-11-02T08:00:00Z");

    @Autowired
    DeskData data;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Paging paging;

    @Autowired
    Acknowledging acknowledging;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private Visitor courrier;

    @BeforeEach
    void people() {
        data.clear();
        jdbc.sql("truncate scan, page cascade").update();
        data.person("courrier", "Courrier", Right.everywhere(Kind.MAILROOM));
        data.agent("voirie", "Voirie", "MOBILITES_VOIRIE", "CABINET");
        data.agent("guichet", "Guichet", "GUICHET_UNIQUE", "TRIAGE");
        data.person(
                "cripien",
                "Crip",
                Right.in(Kind.AGENT, "ENFANCE_FAMILLE"),
                Right.in(Kind.PROTECTED, "ENFANCE_FAMILLE"));
        courrier = new Visitor(port).signIn("courrier", DeskData.PASSWORD);
    }

    @Test
    void mondaysMail() {
        String envelope = """
                LA POSTE 26-10-2026
                Monsieur le Président du Conseil départemental
                Hôtel du Département
                96000 Sauval
                """;
        Taken appeal = letter("SEP;service=RSA;recommande=1A20012345678;arrive=2026-10-30", envelope, """
                Lise Perrin
                4 rue Haute
                96200 Sauval

                Monsieur le Président du Conseil départemental
                Objet : recours préalable contre un indu de RSA

                Madame, Monsieur,
                Je conteste le trop-perçu de RSA de 1 284,60 € qui m'a été notifié le 26 août 2026 et forme un recours
                préalable contre cette décision d'indu de RSA. Je demande la remise de ma dette de RSA.
                """);
        Taken sealed = letter("SEP;service=MDPH;motif=MDPH;pli=secret médical;lieu=coffre MDPH;arrive=2026-10-30", "");
        Taken moved = letter("SEP;arrive=2026-10-30", """
                Jean Morel
                4 rue Haute
                96200 Sauval

                Objet : demande d'APA

                Madame, Monsieur,
                J'habitais Reims, dans la Marne, jusqu'à il y a six semaines. Ma demande relève de mon ancien département, où se
                trouve mon domicile de secours : je vous prie de la lui transmettre.
                """);
        Taken official = letter("SEP;arrive=2026-10-30", """
                Hélène Vasseur
                Conseillère départementale du canton de Sauval

                Objet : nid-de-poule sur la RD 12

                Monsieur le Président,
                J'appelle votre attention sur la situation de Mme Perrin, de Sauval : un nid-de-poule profond sur la RD 12 au
                PK 4 abîme la chaussée devant chez elle. En ma qualité d'élue, conseillère départementale, je vous remercie.
                """);
        Taken health = letter("SEP;arrive=2026-10-30", """
                Objet : dossier MDPH

                Madame, Monsieur,
                Mon fils souffre de schizophrénie, je demande à la MDPH le renouvellement de son AAH et de sa carte CMI.
                """);
        Taken valuable = letter("SEP;service=APA;rendre=chèque de 120 €, acte de naissance;arrive=2026-10-30", """
                Objet : pièces de mon dossier d'APA

                Madame, Monsieur,
                Vous trouverez ce que vous m'avez demandé pour mon plan d'aide à domicile.
                """);
        Taken act = letter("SEP;service=CONTENTIEUX;arrive=2026-10-30", """
                Maître Roux, commissaire de justice

                Objet : signification d'une requête devant le tribunal administratif

                J'ai l'honneur de vous signifier la requête ci-jointe.
                """);
        Taken tender = letter("SEP;service=MARCHES;pli=offre de marché;lieu=coffre des marchés;arrive=2026-10-30", "");
        Taken personal = letter("SEP;pli=personnel;lieu=bannette du cabinet;arrive=2026-10-30", "");
        ends(appeal, sealed, moved, official, health, valuable, act, tender, personal);

        assertThat(found(appeal, "postmark")).contains("2026-10-26");
        assertThat(found(appeal, "registered")).contains("1A20012345678");
        assertThat(found(valuable, "toReturn")).contains("chèque de 120 €, acte de naissance");
        assertThat(ticket(act)).startsWith("JURIDIQUE");
        assertThat(ticket(tender)).startsWith("JURIDIQUE");
        assertThat(said(tender)).contains("Pli non ouvert");
        assertThat(said(personal)).contains("Pli non ouvert");

        assertThat(ticket(appeal)).startsWith("INSERTION RSA_RECOURS");
        assertThat(owed(appeal))
                .contains("IMPLIED_REJECTION 2026-12-30")
                .doesNotContain("IMPLIED_REJECTION 2027-01-02");
        assertThat(said(sealed)).contains("Pli non ouvert");
        if (!ticket(moved).contains("AUTRE_DEPARTEMENT")) {
            new Visitor(port)
                    .signIn("guichet", DeskData.PASSWORD)
                    .post(
                            "/demandes/" + number(moved) + "/qualifier",
                            Map.of("version", "0", "target", "AUTRE_DEPARTEMENT"));
        }
        assertThat(ticket(moved))
                .as("by the program, or by whom it asked")
                .startsWith("GUICHET_UNIQUE AUTRE_DEPARTEMENT");
        assertThat(owed(moved)).contains("TRANSFER 2026-11-30");
        assertThat(article(moved, "TRANSFER")).contains("L122-4");
        assertThat(ticket(official)).startsWith("MOBILITES_VOIRIE ROUTES SUBDIVISION_NORD");
        assertThat(informed(official)).contains("CABINET");
        assertThat(courrier.get("/recherche?q=schizophrenie").body()).doesNotContain(number(health));
        assertThat(courrier.call("/api/tickets/search?q=schizophr%C3%A9nie").body())
                .doesNotContain("AUB-");
        bothAreAnswered(official);
    }

    /** The ticket does not end before the official and the citizen have their answers. */
    private void bothAreAnswered(Taken official) {
        String page = "/demandes/" + number(official);
        Visitor voirie = new Visitor(port).signIn("voirie", DeskData.PASSWORD);
        assertThat(voirie.get(page).body()).contains("Deux réponses", "Hélène Vasseur", "Mme Perrin");

        voirie.post(page + "/repondu", Map.of("version", "0", "target", "official"));
        assertThat(voirie.post(page + "/clore", Map.of("version", "1", "text", ""))
                        .body())
                .contains("Deux personnes attendent une réponse");
        assertThat(owed(official)).anyMatch(each -> each.startsWith("SERVICE_COMMITMENT"));
        voirie.post(page + "/repondu", Map.of("version", "1", "target", "citizen"));
        assertThat(owed(official)).noneMatch(each -> each.startsWith("SERVICE_COMMITMENT"));
        voirie.post(page + "/clore", Map.of("version", "2", "text", ""));
        assertThat(ticket(official)).endsWith("closed");
    }

    @Test
    void oneMatterThreeChannels() {
        String mail = "claire-" + UUID.randomUUID() + "@example.org";
        Taken call = intake.take(item(ChannelKind.COUNTER, "2026-11-02T07:52:00Z", """
                {"entree": "appel", "site": "Siège", "prenom": "Claire", "nom": "Chauvin", "dossier": "APA-2023-004518",
                 "objet": "Plan d'aide APA de mon père",
                 "message": "Appelle pour son père, demande une révision du plan d'aide de son APA, GIR 3, aide à domicile.",
                 "beneficiaire_prenom": "Robert", "beneficiaire_nom": "Chauvin", "beneficiaire_naissance": "1942-08-19",
                 "beneficiaire_adresse": "4 rue Haute, 96200 Sauval"}
                """));
        ends(call);
        Taken written = intake.take(new RawItem(
                ChannelKind.MAIL,
                "essai",
                "essai:" + mail,
                Instant.parse("2026-11-02T08:20:00Z"),
                "message/rfc822",
                Map.of(),
                Content.of(("""
                From: Claire Chauvin <%s>
                To: essai@departement.example
                Subject: Plan d'aide APA de mon pere Robert Chauvin
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                Bonjour, je confirme mon appel de ce matin : mon père Robert Chauvin, dossier APA-2023-004518, a besoin
                d'une révision du plan d'aide de son APA. Claire Chauvin
                """.formatted(mail, mail)).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        ends(written);
        Taken confirmed = letter("SEP;arrive=2026-11-05", """
                Claire Chauvin

                Objet : APA de mon père, dossier APA-2023-004518

                Madame, Monsieur,
                Je confirme mon appel et mon courriel : je demande la révision du plan d'aide de l'APA de mon père
                Robert Chauvin, dossier APA-2023-004518.
                """);
        ends(confirmed);

        assertThat(List.of(number(written), number(confirmed))).containsOnly(number(call));
        assertThat(ticket(call)).startsWith("AUTONOMIE APA");
        assertThat(jdbc.sql("select site from ticket where number = ?")
                        .param(number(call))
                        .query(String.class)
                        .single())
                .isEqualTo("Point autonomie Sauval");
        assertThat(owed(call)).contains("DECISION 2027-01-02");
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from answer where kind = 'receipt' and state = 'sent'")
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(PostOffice.to(mail)).hasSize(1);
    }

    @Test
    void fridayEvening() {
        Taken form = intake.take(item(ChannelKind.FORM, "2026-11-06T17:40:00Z", """
                {"categorie": "voirie", "nom": "Roy", "prenom": "Ida", "courriel": "ida-%s@example.org",
                 "objet": "Nid-de-poule RD 12",
                 "message": "Bonjour, il y a un nid-de-poule profond sur la RD 12 devant le numéro 6, chaussée abîmée.\\nLe petit du 4 pleure toutes les nuits, il a des bleus sur les bras et il a peur de rentrer."}
                """.formatted(UUID.randomUUID())));
        ends(form);
        List<String> tickets = jdbc.sql("""
                        select t.directorate || ' ' || t.priority || ' ' || t.number || ' ' || t.subject || ' ' || tc.body
                        from ticket t join ticket_contact tc on tc.ticket_id = t.id order by t.priority
                        """).query(String.class).list();
        assertThat(tickets).hasSize(2);
        assertThat(tickets.get(0)).startsWith("MOBILITES_VOIRIE normal").doesNotContain("petit", "bleus", "pleure");
        assertThat(tickets.get(1)).startsWith("ENFANCE_FAMILLE protected").contains("bleus");
        String number = tickets.get(1).split(" ")[2];
        assertThat(onScreen(form)).contains(tickets.get(0).split(" ")[2]).doesNotContain(number);

        assertThat(paging.page(10)).isZero();
        jdbc.sql("update ticket set opened_at = opened_at - interval '11 minutes'")
                .update();
        assertThat(paging.page(10)).isEqualTo(1);
        assertThat(paging.page(10)).isZero();
        assertThat(jdbc.sql("select subject || body from answer where kind = 'page'")
                        .query(String.class)
                        .single())
                .contains("Astreinte")
                .doesNotContain(number, "petit", "Roy", "Ida");

        Visitor cripien = new Visitor(port).signIn("cripien", DeskData.PASSWORD);
        cripien.post("/demandes/" + number + "/prendre", Map.of("version", "0"));
        jdbc.sql("update duty_page set at = at - interval '1 hour'").update();
        assertThat(paging.page(10)).as("acknowledged").isZero();
        assertThat(jdbc.sql(
                                "select kind || ' ' || due_on from deadline d join ticket t on t.id = d.ticket_id where t.number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .contains("EVALUATION 2027-02-06");
    }

    @Test
    void aFormAcknowledgedOnTheScreen() {
        Taken form = intake.take(item(ChannelKind.FORM, "2026-11-02T08:00:00Z", """
                {"categorie": "insertion", "nom": "Roy", "prenom": "Ida", "objet": "Recours contre un indu de RSA",
                 "message": "Je conteste le trop-perçu de RSA notifié le 26 août et forme un recours préalable contre cet indu de RSA."}
                """));
        ends(form);
        assertThat(ticket(form)).startsWith("INSERTION RSA_RECOURS");
        assertThat(onScreen(form)).contains(number(form)).doesNotContain("vaudra rejet");

        acknowledging.acknowledge(
                new TicketId(UUID.fromString(of(form, "t.id::text"))), new Actor("claire", "Claire Morvan", List.of()));

        assertThat(onScreen(form))
                .contains("2 novembre 2026", "2 janvier 2027", "vaudra rejet", "tribunal administratif");
        jdbc.sql(
                        "update answer set final_body = replace(final_body, 'tribunal', 'tri-bunal') where kind = 'acknowledgement'")
                .update();
        assertThat(onScreen(form)).as("incomplete").doesNotContain("vaudra rejet");
    }

    private String onScreen(Taken form) {
        return new Visitor(port)
                .get("/formulaires/contact/accuse?suivi=" + form.id().value())
                .body();
    }

    @Test
    void aChildInDangerBeforeABacklog() throws SQLException {
        String sender = "file-" + UUID.randomUUID() + "@example.org";
        try (Connection held = database.getConnection()) {
            held.setAutoCommit(false);
            try (PreparedStatement lock =
                    held.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "citizen mail " + sender);
                lock.execute();
            }
            Taken[] backlog = Stream.generate(
                            () -> mail(sender, "Menu", "Quels sont les menus de la cantine du collège ?"))
                    .limit(12)
                    .toArray(Taken[]::new);

            Taken danger = mail(
                    "voisine-" + UUID.randomUUID() + "@example.org",
                    "Enfant",
                    "Le petit du 4e, 5 ans, a des bleus, son père le frappe tous les soirs.");
            ends(danger);

            assertThat(ticket(danger)).startsWith("ENFANCE_FAMILLE ENFANT_EN_DANGER");
            for (Taken each : backlog) {
                assertThat(outcome(each))
                        .as("all consumers of the ordinary queue wait")
                        .isEmpty();
            }
            held.rollback();
        }
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from intake where outcome is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private Taken mail(String from, String subject, String text) {
        return intake.take(Items.raw("""
                From: <%s>
                To: essai@departement.example
                Subject: %s
                Message-ID: <%s@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, subject, UUID.randomUUID(), text)));
    }

    /** What was found in a letter, with how sure it is. */
    private String found(Taken item, String field) {
        return of(item, "c.detail #>> '{channel,findings," + field + "}'");
    }

    private Taken letter(String slip, String text) {
        return letter(slip, "", text);
    }

    private Taken letter(String slip, String envelope, String text) {
        RawItem item =
                item(ChannelKind.LETTER, SCANNED.toString(), UUID.randomUUID().toString());

        jdbc.sql("insert into scan (source, reference, pages) values (?, ?, ?)")
                .params(item.source(), item.reference(), envelope.isEmpty() ? 2 : 3)
                .update();
        page(item, 1, "separator", "QR=" + slip, "");
        int next = 2;
        if (!envelope.isEmpty()) {
            page(item, next++, "letter", "", envelope);
        }
        page(item, next, "letter", "", text);
        return intake.take(item);
    }

    private void page(RawItem item, int number, String kind, String codes, String text) {
        jdbc.sql("""
                        insert into page (source, reference, number, state, text, confidence, reason, kind, codes)
                        values (?, ?, ?, 'read', ?, 95, '', ?, ?)
                        """)
                .params(item.source(), item.reference(), number, text, kind, codes)
                .update();
    }

    private static RawItem item(ChannelKind channel, String at, String body) {
        return new RawItem(
                channel,
                "essai",
                UUID.randomUUID().toString(),
                Instant.parse(at),
                channel == ChannelKind.LETTER ? "application/pdf" : "application/json",
                Map.of("site", "Hôtel du Département", "agent", "courrier", "form", "contact"),
                Content.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void ends(Taken... items) {
        for (Taken each : items) {
            await().atMost(SOON).until(() -> !outcome(each).isEmpty());
        }
    }

    private String outcome(Taken item) {
        return jdbc.sql("select coalesce(outcome, '') from intake where id = ?")
                .param(item.id().value())
                .query(String.class)
                .single();
    }

    private String ticket(Taken item) {
        return of(item, "concat_ws(' ', t.directorate, t.motive, t.service, t.status)");
    }

    private String number(Taken item) {
        return of(item, "t.number");
    }

    private String said(Taken item) {
        return of(item, "tc.subject");
    }

    private String informed(Taken item) {
        return of(
                item,
                "(select string_agg(directorate, ' ') from attribution a where a.ticket_id = t.id and role = 'information')");
    }

    private String article(Taken item, String kind) {
        return of(item, "(select article from deadline d where d.ticket_id = t.id and d.kind = '" + kind + "')");
    }

    private List<String> owed(Taken item) {
        return jdbc.sql(
                        "select kind || ' ' || due_on from deadline d join ticket t on t.id = d.ticket_id where t.number = ?")
                .param(number(item))
                .query(String.class)
                .list();
    }

    private String of(Taken item, String what) {
        return jdbc.sql("select " + what + """
                         from ticket t join ticket_contact tc on tc.ticket_id = t.id
                        join contact c on c.id = tc.contact_id where c.intake_id = ?
                        """)
                .param(item.id().value())
                .query(String.class)
                .single();
    }
}
