package fr.aubette.desk;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a batch of scans, read where the hub keeps it. */
final class Batches {

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A scanner's file, as it comes in. */
    static RawItem scan(byte[] bytes) {
        return new RawItem(
                ChannelKind.LETTER,
                "siege",
                UUID.randomUUID().toString(),
                Instant.now(),
                "application/pdf",
                Map.of(
                        "fileName", "lot-du-matin.pdf",
                        "site", "Hôtel du Département",
                        "arrivedOn", DeskData.today().toString()),
                Content.of(bytes));
    }

    int letters(UUID batch) {
        return number("select count(*) from batch_letter where batch_id = ?", batch);
    }

    /** Letters that wait for somebody to say where they end. */
    int waiting(UUID batch) {
        return number("select count(*) from batch_letter where batch_id = ? and waits is not null", batch);
    }

    /** Letters that an agent has before her. */
    int onDesks(UUID batch) {
        return number(
                "select count(*) from batch_letter l join intake i on i.id = l.intake_id"
                        + " where l.batch_id = ? and i.outcome in ('opened', 'joined')",
                batch);
    }

    int inFlight() {
        return jdbc.sql("select count(*) from intake where outcome is null")
                .query(Integer.class)
                .single();
    }

    private int number(String sql, UUID batch) {
        return jdbc.sql(sql).param(batch).query(Integer.class).single();
    }

    String outcome(UUID intakeId) {
        return jdbc.sql("select coalesce(outcome, '') from intake where id = ?")
                .param(intakeId)
                .query(String.class)
                .single();
    }

    /** Number of each page and of its letter, in order: «1 1». */
    List<String> lettersOfPages(UUID batch) {
        return jdbc.sql("select p.number || ' ' || p.letter from page p join batch b on b.source = p.source"
                        + " and b.reference = p.reference where b.id = ? order by p.number")
                .param(batch)
                .query(String.class)
                .list();
    }

    String ticketOf(UUID batch, int letter) {
        return jdbc.sql("select t.number from batch_letter l join contact c on c.intake_id = l.intake_id"
                        + " join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id"
                        + " where l.batch_id = ? and l.number = ?")
                .params(batch, letter)
                .query(String.class)
                .single();
    }

    UUID contactOf(UUID batch, int letter) {
        return jdbc.sql("select c.id from batch_letter l join contact c on c.intake_id = l.intake_id"
                        + " where l.batch_id = ? and l.number = ?")
                .params(batch, letter)
                .query(UUID.class)
                .single();
    }

    List<LocalDate> due(UUID batch) {
        return jdbc.sql("select d.due_on from deadline d join ticket t on t.id = d.ticket_id where t.number = ?")
                .param(ticketOf(batch, 2))
                .query(LocalDate.class)
                .list();
    }
}
