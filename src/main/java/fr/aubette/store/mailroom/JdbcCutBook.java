package fr.aubette.store.mailroom;

import fr.aubette.mailroom.CutBook;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCutBook implements CutBook {

    private static final String PAGES_OF = """
            from batch b where b.id = :batch and page.source = b.source and page.reference = b.reference
            """;

    private final JdbcClient jdbc;

    JdbcCutBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two statements: whoever has waited for the row would else go by what the view was when she began to wait, and cut
     * a letter that has gone on its way.
     */
    @Override
    public Optional<Held> lock(UUID batch, int letter) {
        jdbc.sql("select 1 from batch_letter where batch_id = ? and number = ? for update")
                .params(batch, letter)
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                        select (select q.id from quarantine q where q.intake_id = l.intake_id and q.decision is null) as entry
                        from batch_letter l join cuttable c on c.batch_id = l.batch_id and c.number = l.number
                        where l.batch_id = :batch and l.number = :letter
                        """)
                .param("batch", batch)
                .param("letter", letter)
                .query((row, n) ->
                        new Held(sheets(batch, letter), Optional.ofNullable(row.getObject("entry", UUID.class))))
                .optional();
    }

    private List<Sheet> sheets(UUID batch, int letter) {
        return jdbc.sql("""
                        select page.number, page.kind, page.text from page join batch b
                        on page.source = b.source and page.reference = b.reference
                        where b.id = :batch and page.letter = :letter order by page.number
                        """)
                .param("batch", batch)
                .param("letter", letter)
                .query((row, n) -> new Sheet(row.getInt("number"), row.getString("kind"), row.getString("text")))
                .list();
    }

    @Override
    public int next(UUID batch) {
        jdbc.sql("select 1 from batch where id = ? for no key update")
                .param(batch)
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        select case when count(p.number) filter (where p.letter is not null) = s.pages then n.last
                                    else greatest(n.last, s.pages) end + 1
                        from batch b join scan s on s.source = b.source and s.reference = b.reference
                        cross join lateral (select max(number) as last from batch_letter where batch_id = b.id) n
                        left join page p on p.source = b.source and p.reference = b.reference
                        where b.id = ? group by s.pages, n.last
                        """).param(batch).query(Integer.class).single();
    }

    @Override
    public void notBlank(UUID batch, Collection<Integer> pages) {
        jdbc.sql("update page set kind = 'letter' " + PAGES_OF
                        + " and page.kind = 'blank' and page.number = any(:pages::integer[])")
                .param("batch", batch)
                .param("pages", pages.toArray(Integer[]::new))
                .update();
    }

    @Override
    public void free(UUID batch, int letter) {
        jdbc.sql("update page set letter = null, cut = null " + PAGES_OF + " and page.letter = :letter")
                .param("batch", batch)
                .param("letter", letter)
                .update();
    }

    @Override
    public void byHand(UUID batch, int letter, int firstPage, String who, Instant at) {
        jdbc.sql("""
                        with named as (
                            update batch_letter set waits = null, cut_by = :who, cut_at = :at
                            where batch_id = :batch and number = :letter
                        )
                        update page set cut = 'hand'
                        """ + PAGES_OF + " and page.number = :first")
                .param("who", who)
                .param("at", Timestamp.from(at))
                .param("batch", batch)
                .param("letter", letter)
                .param("first", firstPage)
                .update();
    }
}
