package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.access.Sight;
import fr.aubette.desk.TicketFile;
import fr.aubette.desk.TicketFiles;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.Catalogue;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.watch.Floods;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that belong together, or do not, through real PostgreSQL and Artemis. */
@HubTest
class MailThreadIT {

    private final String sender = "s" + UUID.randomUUID() + "@example.org";
    private final String first = UUID.randomUUID() + "@example.org";

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TicketFiles files;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Floods floods;

    @Test
    void aReplyReopensUntilTheDaysAreOverAndThenOpensALinkedTicket() {
        String number = ticketOf(take(mail("Nid-de-poule", first, "", "Un trou sur la RD 12."), "opened"));
        close(number, Duration.ofDays(3));

        take(mail("Re: Nid-de-poule", id(), "In-Reply-To: <" + first + ">\r\n", "Toujours là."), "joined");
        assertThat(status(number)).isEqualTo("open");
        close(number, Duration.ofDays(40));
        Taken late = take(mail("Re: Nid-de-poule", id(), "In-Reply-To: <" + first + ">\r\n", "Encore là."), "opened");

        assertThat(status(number)).isEqualTo("closed");
        assertThat(history(ticketOf(late))).contains("linked-follows " + number);
        assertThat(history(number)).contains("linked-follows-back " + ticketOf(late));
        assertThat(seenBy(List.of(), number)).isEmpty();
    }

    @Test
    void anotherSubjectUnderAnAcknowledgedMailOpensALinkedTicket() {
        String number = ticketOf(
                take("essai", mail("Nid-de-poule sur la RD 912", first, "", "Un trou sur la RD 12."), "opened"));
        await().atMost(Duration.ofSeconds(20)).until(() -> history(number).contains("receipt-sent"));

        Taken other = take(
                "essai",
                mail(
                        "Demande APA pour ma mère",
                        id(),
                        "In-Reply-To: <" + first + ">\r\n",
                        "Je voudrais un dossier d'APA à domicile."),
                "opened");

        assertThat(history(ticketOf(other))).contains("linked-same-thread " + number);
    }

    @Test
    void theSameMailToTwoMailboxesIsOneContact() {
        Taken one = intake.take(item("contact", "Received: by mx1\r\n" + mail("Panneau", first, "", "Il est tombé.")));
        Taken two = intake.take(item("voirie", "Received: by mx2\r\n" + mail("Panneau", first, "", "Il est tombé.")));

        await().atMost(Duration.ofSeconds(20)).until(() -> ended(one) && ended(two));

        assertThat(List.of(outcome(one), outcome(two))).containsExactlyInAnyOrder("opened", "suppressed");
        String number = ticketOf(outcome(one).equals("opened") ? one : two);
        assertThat(history(number)).contains("also-received");
        assertThat(jdbc.sql("select reason from intake where id in (:ids) and outcome = 'suppressed'")
                        .param("ids", List.of(one.id().value(), two.id().value()))
                        .query(String.class)
                        .single())
                .isEqualTo("copie d'un courriel déjà reçu");
        assertThat(balance()).isZero();
    }

    @Test
    void theNumberOfSomebodyElseJoinsNothing() {
        String number = ticketOf(take(mail("Nid-de-poule", first, "", "Un trou sur la RD 12."), "opened"));
        String stranger = mail("Demande " + number, id(), "", "Où en est-ce ?").replace(sender, "x" + sender);

        Taken other = take(stranger.replace("Camille Renard", "Paul Garnier"), "opened");

        assertThat(history(ticketOf(other))).contains("linked-quoted " + number);
    }

    @Test
    void aFloodIsHeldBackAndToldOnce() {
        List<Taken> all = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            all.add(intake.take(item("boite-" + first, mail("Alerte", id(), "", "Sonde " + number))));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().allMatch(this::ended));
        for (int number = 30; number < 34; number++) {
            all.add(take("boite-" + first, mail("Alerte", id(), "", "Sonde " + number), "suppressed"));
        }

        String told = ticketOf(all.get(0));
        assertThat(jdbc.sql("select count(*) from ticket_event e join ticket t on t.id = e.ticket_id "
                                + "where e.kind = 'flood' and t.number = ?")
                        .param(told)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(floods.lastHour()).containsEntry("boite-" + first, 4L);
        assertThat(balance()).isZero();
    }

    private Taken take(String raw, String expected) {
        return take("contact", raw, expected);
    }

    private Taken take(String source, String raw, String expected) {
        Taken taken = intake.take(item(source, raw));
        await().atMost(Duration.ofSeconds(20)).until(() -> ended(taken));
        assertThat(outcome(taken)).isEqualTo(expected);
        return taken;
    }

    private static RawItem item(String source, String raw) {
        return new RawItem(
                ChannelKind.MAIL,
                source,
                source + ":" + UUID.randomUUID(),
                Instant.now(),
                "message/rfc822",
                Map.of(),
                Content.of(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private String mail(String subject, String messageId, String more, String text) {
        return "From: Camille Renard <" + sender + ">\r\nTo: contact@departement.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + messageId + ">\r\n" + more
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
    }

    private static String id() {
        return UUID.randomUUID() + "@example.org";
    }

    private void close(String number, Duration ago) {
        jdbc.sql("update ticket set status = 'closed', ended_at = :at where number = :number")
                .param("at", java.sql.Timestamp.from(Instant.now().minus(ago)))
                .param("number", number)
                .update();
    }

    private String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private boolean ended(Taken taken) {
        return jdbc.sql("select count(*) from intake where id = ? and outcome is not null")
                        .param(taken.id().value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private String outcome(Taken taken) {
        return jdbc.sql("select outcome from intake where id = ?")
                .param(taken.id().value())
                .query(String.class)
                .single();
    }

    private String ticketOf(Taken taken) {
        return jdbc.sql("""
                        select t.number from ticket t join ticket_contact tc on tc.ticket_id = t.id
                        join contact c on c.id = tc.contact_id where c.intake_id = ?
                        """).param(taken.id().value()).query(String.class).single();
    }

    /** Events as an agent of every directorate reads them. */
    private List<String> history(String number) {
        return seenBy(List.copyOf(catalogue.directorates().keySet()), number);
    }

    private List<String> seenBy(List<String> directorates, String number) {
        Sight sight = new Sight(directorates, List.of(), List.of(), false, List.of(), List.of(), List.of());
        return files.file(number, sight).map(TicketFile::events).orElse(List.of()).stream()
                .map(each -> (each.kind() + " " + each.detail().getOrDefault("to", "")).strip())
                .toList();
    }

    private long balance() {
        return jdbc.sql("select sum(case what when 'taken' then n else -n end) from equation")
                .query(Long.class)
                .single();
    }
}
