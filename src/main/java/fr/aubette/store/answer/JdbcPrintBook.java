package fr.aubette.store.answer;

import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.PrintBatch;
import fr.aubette.answer.PrintBatch.Letter;
import fr.aubette.answer.PrintBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcPrintBook implements PrintBook {

    private static final String IN_A_BATCH =
            "exists (select 1 from print_letter l where l.answer_id = a.id and l.taken_out is null)";

    private final JdbcClient jdbc;
    private final AnswerRow rows;

    JdbcPrintBook(JdbcClient jdbc, AnswerRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Answer> unprinted(int most) {
        return jdbc.sql(AnswerRow.SELECT + "where " + AnswerRow.TO_POST + " and not " + IN_A_BATCH
                        + " order by a.saved_at limit :most")
                .param("most", most)
                .query((row, n) -> rows.read(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean holds(AnswerId answer) {
        return jdbc.sql("select " + IN_A_BATCH + " from answer a where a.id = :id")
                .param("id", answer.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public Optional<PrintBatch> begin(UUID id, Instant at, String by, boolean restricted, List<Letter> letters) {
        jdbc.sql("insert into print_batch (id, made_at, made_by, restricted) values (:id, :at, :by, :restricted)")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("restricted", restricted)
                .update();
        int place = 0;
        for (Letter each : letters) {
            place += insert(id, place + 1, each);
        }
        if (place == 0) {
            jdbc.sql("delete from print_batch where id = :id").param("id", id).update();
        }
        return find(id);
    }

    /** The row's lock keeps its author from taking it back meanwhile. */
    private int insert(UUID batch, int place, Letter letter) {
        return jdbc.sql("""
                        insert into print_letter (batch_id, place, answer_id, number, town, pages, sha256, size, files)
                        select :batch, :place, a.id, :number, :town, :pages, :sha256, :size, :files
                        from (select id from answer a where id = :answer and %s for update) a
                        on conflict (answer_id) where taken_out is null do nothing
                        """.formatted(AnswerRow.TO_POST))
                .param("batch", batch)
                .param("place", place)
                .param("answer", letter.answer().value())
                .param("number", letter.number())
                .param("town", letter.town())
                .param("pages", letter.pages())
                .param("sha256", letter.sha256())
                .param("size", letter.size())
                .param("files", letter.files().toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<PrintBatch> find(UUID id) {
        return jdbc.sql("select * from print_batch where id = :id")
                .param("id", id)
                .query((row, n) -> batch(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<PrintBatch> recent(Instant postedSince, int most) {
        return jdbc.sql("""
                        select * from print_batch where posted_at is null or posted_at > :since
                        order by posted_at is not null, number desc limit :most
                        """)
                .param("since", Timestamp.from(postedSince))
                .param("most", most)
                .query((row, n) -> batch(row))
                .list();
    }

    private PrintBatch batch(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PrintBatch(
                id,
                row.getLong("number"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getBoolean("restricted"),
                Optional.ofNullable(row.getTimestamp("printed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("posted_on", LocalDate.class)),
                letters(id));
    }

    private List<Letter> letters(UUID batch) {
        return jdbc.sql("select * from print_letter where batch_id = :id order by place")
                .param("id", batch)
                .query((row, n) -> new Letter(
                        row.getInt("place"),
                        new AnswerId(row.getObject("answer_id", UUID.class)),
                        row.getString("number"),
                        row.getString("town"),
                        row.getInt("pages"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        List.of((String[]) row.getArray("files").getArray()),
                        Optional.ofNullable(row.getString("taken_out"))))
                .list();
    }

    @Override
    public void printed(UUID id, Instant at, String by) {
        jdbc.sql("update print_batch set printed_at = :at, printed_by = :by where id = :id and printed_at is null")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    @Override
    public void posted(UUID id, LocalDate on, Instant at, String by) {
        jdbc.sql("""
                        update print_batch set posted_on = :on, posted_at = :at, posted_by = :by
                        where id = :id and posted_at is null
                        """)
                .param("id", id)
                .param("on", on)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    @Override
    public void takeOut(UUID id, int place, String why) {
        jdbc.sql("""
                        update print_letter set taken_out = :why
                        where batch_id = :id and place = :place and taken_out is null
                          and exists (select 1 from print_batch b where b.id = :id and b.posted_at is null)
                        """).param("id", id).param("place", place).param("why", why).update();
    }
}
