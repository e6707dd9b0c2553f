package fr.aubette.store.receive;

import fr.aubette.receive.letter.FetchedPages;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code fetched_page}; every statement commits by itself. */
@Repository
class JdbcFetchedPages implements FetchedPages {

    private final JdbcClient jdbc;

    JdbcFetchedPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(String place, String source, String reference, List<Page> pages) {
        jdbc.sql("""
                        insert into fetched_page as f (place, path, size, written, source, reference)
                        select :place, p.path, p.size, p.written, :source, :reference
                        from unnest(:paths::text[], :sizes::bigint[], :times::bigint[]) p (path, size, written)
                        on conflict (place, path) do update set size = excluded.size, written = excluded.written,
                            source = excluded.source, reference = excluded.reference, noted_at = now()
                        """)
                .param("place", place)
                .param("source", source)
                .param("reference", reference)
                .param("paths", pages.stream().map(Page::path).toArray(String[]::new))
                .param("sizes", pages.stream().map(Page::size).toArray(Long[]::new))
                .param("times", pages.stream().map(Page::written).toArray(Long[]::new))
                .update();
    }

    @Override
    public List<Page> taken(String place) {
        return jdbc.sql("""
                        select f.path, f.size, f.written from fetched_page f
                        join intake i on i.channel = 'letter' and i.source = f.source and i.reference = f.reference
                        where f.place = ?
                        """)
                .param(place)
                .query((row, n) -> new Page(row.getString("path"), row.getLong("size"), row.getLong("written")))
                .list();
    }

    @Override
    public void forget(String place, Collection<String> paths) {
        jdbc.sql("delete from fetched_page where place = :place and path = any(:paths::text[])")
                .param("place", place)
                .param("paths", paths.toArray(String[]::new))
                .update();
    }
}
