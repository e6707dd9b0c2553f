package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.hub.Items;
import fr.aubette.hub.PostOffice;
import fr.aubette.intake.Intake;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a citizen's mail to the receipt in her mailbox, and back when it cannot be delivered. */
@HubTest
class ReceiptIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnswerSettings settings;

    private final String who = "anne-" + UUID.randomUUID() + "@example.org";

    @Test
    void tellsTheCitizenHerNumberOnceAndCountsAsMetUntilItComesBack() throws Exception {
        intake.take(mail("q1-" + UUID.randomUUID() + "@example.org", "Nid-de-poule sur la RD 12", "", "Un trou."));

        MimeMessage receipt = received(1).get(0);
        String number = jdbc.sql("select number from ticket where id = ?")
                .param(ticket())
                .query(String.class)
                .single();
        assertThat(receipt.getSubject()).contains(number);
        assertThat(receipt.getContent().toString()).contains(number, "mobilités", "R112-11-2");
        assertThat(header(receipt, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header(receipt, "X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(header(receipt, "Reply-To")).contains("essai+" + number.toLowerCase(java.util.Locale.ROOT) + "@");
        assertThat(header(receipt, "In-Reply-To")).startsWith("<q1-");
        String failures = header(receipt, "Return-Path").replaceAll("[<>]", "");
        await().atMost(SOON).until(() -> state().equals("sent"));
        assertThat(owes("AEE")).isFalse();
        assertThat(events()).containsExactly("opened", "receipt-sent");

        intake.take(mail("q2-" + UUID.randomUUID() + "@example.org", "Re: " + number, "", "Et un autre, " + number));
        await().atMost(SOON).until(() -> events().contains("contact-joined"));

        intake.take(Items.raw("""
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@mx.example.org>
                Return-Path: <>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                The mail could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; nobody@example.org
                Action: failed
                Status: 5.1.1
                --b--
                """.formatted(failures, UUID.randomUUID())));
        await().atMost(SOON).until(() -> state().equals("undelivered"));
        assertThat(owes("AEE")).isTrue();
        assertThat(events()).contains("answer-undelivered");
        assertThat(PostOffice.to(who)).hasSize(1);
    }

    @Test
    void saysNothingOfAProtectedMatter() throws Exception {
        intake.take(mail(
                "p-" + UUID.randomUUID() + "@example.org",
                "Mon mari me frappe",
                "",
                "Mon mari me frappe tous les soirs, j'ai peur pour ma vie et celle des enfants."));

        MimeMessage receipt = received(1).get(0);
        String raw = PostOffice.raw(receipt);
        assertThat(jdbc.sql("select priority from ticket where id = ?")
                        .param(ticket())
                        .query(String.class)
                        .single())
                .isEqualTo("protected");
        assertThat(raw).doesNotContain("mari", "frappe", "insertion", "violence", "Violence");
        assertThat(receipt.getSubject()).matches("Message AUB-\\d{4}-\\d{6}-[A-Z] enregistré");
    }

    @Test
    void endsTheLoopOfAnAnswererThatHeedsNoHeader() {
        for (String topic : List.of(
                "Nid-de-poule sur la RD 12, un trou dangereux pour les vélos",
                "Archives départementales, acte de naissance de mon aïeul",
                "Menu de la cantine du collège, allergie de ma fille",
                "Candidature pour un stage aux ressources humaines",
                "Facture impayée, mandat de paiement fournisseur",
                "Subvention pour notre club de handball",
                "Agrément d'assistante maternelle, renouvellement",
                "Dossier MDPH, carte mobilité inclusion")) {
            UUID item = intake.take(mail("l" + UUID.randomUUID() + "@example.org", topic, "", topic + "."))
                    .id()
                    .value();
            await().atMost(SOON).until(() -> !outcome(item).isEmpty() && states("ready", "sending") == 0);
        }

        int owed = states("sent", "stopped");
        assertThat(owed).as("matters of their own").isGreaterThan(settings.maxAutomatic());
        assertThat(PostOffice.to(who)).hasSize(settings.maxAutomatic());
        assertThat(states("sent")).isEqualTo(settings.maxAutomatic());
        assertThat(jdbc.sql("select distinct problem from answer where recipient = ? and state = 'stopped'")
                        .param(who)
                        .query(String.class)
                        .list())
                .containsExactly("LOOP");
    }

    @Test
    void answersNeitherAnotherHubNorABounceOfABounce() throws Exception {
        intake.take(mail("h" + UUID.randomUUID() + "@example.org", "Passage piéton effacé", "", "Il faut repeindre."));
        MimeMessage ours = received(1).get(0);
        String theirs = PostOffice.raw(ours)
                .replaceFirst("(?m)^From: .*$", "From: Autre département <" + who + ">")
                .replaceFirst("(?m)^To: .*$", "To: " + PostOffice.ADDRESS)
                .replaceFirst("(?m)^Message-ID: .*$", "Message-ID: <" + UUID.randomUUID() + "@example.org>");
        UUID echo = intake(theirs);
        UUID bounce = intake("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.org
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@mx.example.org>
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.4.6
                --b
                Content-Type: message/rfc822

                Return-Path: <>
                From: MAILER-DAEMON@departement.example
                To: MAILER-DAEMON@mx.example.org
                Subject: Undelivered Mail Returned to Sender

                --b--
                """.formatted(PostOffice.ADDRESS, UUID.randomUUID(), who));

        await().atMost(SOON)
                .until(() ->
                        outcome(echo).equals("suppressed") && outcome(bounce).equals("suppressed"));
        assertThat(states("sent")).isEqualTo(1);
        assertThat(PostOffice.to(who)).hasSize(1);
        assertThat(PostOffice.all().stream().map(PostOffice::raw)).noneMatch(raw -> raw.contains("To: MAILER-DAEMON"));
    }

    private UUID intake(String raw) {
        return intake.take(Items.raw(raw)).id().value();
    }

    private String outcome(UUID item) {
        return jdbc.sql("select coalesce(outcome, '') from intake where id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    private int states(String... states) {
        return jdbc.sql("select count(*) from answer where recipient = ? and state = any(?)")
                .params(who, states)
                .query(Integer.class)
                .single();
    }

    private fr.aubette.model.RawItem mail(String id, String subject, String headers, String text) {
        return Items.raw("""
                From: Anne Test <%s>
                To: %s
                Subject: %s
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit
                %s
                %s
                """.formatted(who, PostOffice.ADDRESS, subject, id, headers, text));
    }

    private List<MimeMessage> received(int least) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(PostOffice.to(who))
                        .as(
                                "answers %s",
                                jdbc.sql("select state, problem, attempts, recipient from answer")
                                        .query()
                                        .listOfRows())
                        .hasSizeGreaterThanOrEqualTo(least));
        return PostOffice.to(who);
    }

    private UUID ticket() {
        return jdbc.sql("select ticket_id from answer where recipient = ?")
                .param(who)
                .query(UUID.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from answer where recipient = ?")
                .param(who)
                .query(String.class)
                .single();
    }

    private boolean owes(String kind) {
        return jdbc.sql("select exists (select 1 from deadline where ticket_id = ? and kind = ?)")
                .params(ticket(), kind)
                .query(Boolean.class)
                .single();
    }

    private List<String> events() {
        return jdbc.sql("select kind from ticket_event where ticket_id = ? order by seq")
                .param(ticket())
                .query(String.class)
                .list();
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        String[] values = mail.getHeader(name);
        return values == null ? "" : String.join(", ", values);
    }
}
