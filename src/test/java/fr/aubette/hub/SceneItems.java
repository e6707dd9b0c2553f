package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes into the scenes' hub, and what became of it. */
@Component
public class SceneItems {

    public static final Duration SOON = Duration.ofSeconds(60);

    private final Intake intake;
    private final JdbcClient jdbc;

    SceneItems(Intake intake, JdbcClient jdbc) {
        this.intake = intake;
        this.jdbc = jdbc;
    }

    public Taken form(String at, String json) {
        return intake.take(item(ChannelKind.FORM, at, json));
    }

    public Taken counter(String at, String json) {
        return intake.take(item(ChannelKind.COUNTER, at, json));
    }

    /** A mail by the source whose mailbox answers; {@code from} also with a name before it. */
    public Taken mail(String at, String from, String subject, String text) {
        RawItem mail = Items.raw("""
                From: %s
                To: essai@departement.example
                Subject: %s
                Message-ID: <%s@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, subject, UUID.randomUUID(), text));
        return intake.take(new RawItem(
                mail.channel(),
                mail.source(),
                mail.reference(),
                Instant.parse(at),
                mail.mediaType(),
                mail.facts(),
                mail.content()));
    }

    private static RawItem item(ChannelKind channel, String at, String body) {
        return new RawItem(
                channel,
                "essai",
                UUID.randomUUID().toString(),
                Instant.parse(at),
                "application/json",
                Map.of("site", "Hôtel du Département", "agent", "courrier", "form", "contact"),
                Content.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits until each has become something. */
    public void ends(Taken... items) {
        for (Taken each : items) {
            await().atMost(SOON).until(() -> !outcome(each).isEmpty());
        }
    }

    public String outcome(Taken item) {
        return text(
                "select coalesce(outcome, '') from intake where id = ?",
                item.id().value());
    }

    /** Directorate, motive, service and state of its ticket. */
    public String ticket(Taken item) {
        return of(item, "concat_ws(' ', t.directorate, t.motive, t.service, t.status)");
    }

    public String number(Taken item) {
        return of(item, "t.number");
    }

    /** Its dates, as in {@code DECISION 2027-01-02}. */
    public List<String> owed(String number) {
        return jdbc.sql(
                        "select kind || ' ' || due_on from deadline d join ticket t on t.id = d.ticket_id where t.number = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    /** An expression over the item's one ticket {@code t}, its contact {@code c} and their tie {@code tc}. */
    public String of(Taken item, String what) {
        return text("select " + what + """
                         from ticket t join ticket_contact tc on tc.ticket_id = t.id
                        join contact c on c.id = tc.contact_id where c.intake_id = ?
                        """, item.id().value());
    }

    public String text(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(String.class).single();
    }

    public long count(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(Long.class).single();
    }

    /** Each thing taken has ended as exactly one of the ways that there are. */
    public void booksBalance() {
        assertThat(count("select count(*) from intake where outcome is null")).isZero();
        assertThat(count("select coalesce(sum(case what when 'taken' then n else -n end), 0) from equation"))
                .isZero();
    }
}
