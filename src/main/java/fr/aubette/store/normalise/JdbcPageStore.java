package fr.aubette.store.normalise;

import fr.aubette.model.BatchChanged;
import fr.aubette.normalise.letter.Cuts;
import fr.aubette.normalise.letter.PageResult;
import fr.aubette.normalise.letter.PageStore;
import fr.aubette.normalise.letter.Scan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code scan} and {@code page}; every statement commits by itself, outside any transaction. */
@Repository
class JdbcPageStore implements PageStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher changes;

    JdbcPageStore(JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public Optional<Scan> find(String source, String reference) {
        return jdbc.sql("select pages, damage, refused from scan where source = ? and reference = ?")
                .params(source, reference)
                .query((row, n) -> new Scan(
                        row.getInt("pages"),
                        Optional.ofNullable(row.getString("damage")),
                        Optional.ofNullable(row.getString("refused")),
                        pages(source, reference),
                        cuts(source, reference)))
                .optional();
    }

    private Cuts cuts(String source, String reference) {
        Map<Integer, Integer> letters = new HashMap<>();
        Set<Integer> byHand = new HashSet<>();
        jdbc.sql("""
                        select p.number, p.letter, l.cut_by is not null as by_hand
                        from page p left join batch b on b.source = p.source and b.reference = p.reference
                        left join batch_letter l on l.batch_id = b.id and l.number = p.letter
                        where p.source = ? and p.reference = ? and p.letter is not null
                        """).params(source, reference).query(row -> {
            letters.put(row.getInt("number"), row.getInt("letter"));
            if (row.getBoolean("by_hand")) {
                byHand.add(row.getInt("letter"));
            }
        });
        return new Cuts(letters, byHand);
    }

    private List<PageResult> pages(String source, String reference) {
        return jdbc.sql("select number, state, text, confidence, reason, kind, rotation, codes, words, steps from page"
                        + " where source = ? and reference = ? order by number")
                .params(source, reference)
                .query(JdbcPageStore::page)
                .list();
    }

    private static PageResult page(ResultSet row, int n) throws SQLException {
        return new PageResult(
                row.getInt("number"),
                PageResult.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                row.getInt("confidence"),
                row.getString("reason"),
                PageResult.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("rotation"),
                row.getString("codes").lines().toList(),
                PageWords.read(row.getString("words")),
                steps(row.getString("steps")));
    }

    private static List<String> steps(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @Override
    public void open(String source, String reference, Scan scan) {
        jdbc.sql("insert into scan (source, reference, pages, damage, refused) values (?, ?, ?, ?, ?)"
                        + " on conflict (source, reference) do nothing")
                .params(
                        source,
                        reference,
                        scan.pages(),
                        scan.damage().orElse(null),
                        scan.refused().orElse(null))
                .update();
    }

    @Override
    public void save(String source, String reference, PageResult page) {
        jdbc.sql(
                        "insert into page (source, reference, number, state, text, confidence, reason, kind, rotation, codes, words, steps)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (source, reference, number) do update set state = excluded.state,"
                                + " text = excluded.text, confidence = excluded.confidence, reason = excluded.reason,"
                                + " kind = excluded.kind, rotation = excluded.rotation, codes = excluded.codes,"
                                + " words = excluded.words, steps = excluded.steps, read_at = now() where page.state = 'unread'")
                .params(
                        source,
                        reference,
                        page.number(),
                        page.state().code(),
                        page.text(),
                        page.confidence(),
                        page.reason(),
                        page.kind().code(),
                        page.rotation(),
                        String.join("\n", page.codes()),
                        PageWords.write(page.words()),
                        String.join(" ", page.steps()))
                .update();
        changes.publishEvent(new BatchChanged(false));
    }
}
