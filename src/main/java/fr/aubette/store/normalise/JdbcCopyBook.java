package fr.aubette.store.normalise;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.normalise.letter.CopyBook;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code letter_copy}; every statement commits by itself. */
@Repository
class JdbcCopyBook implements CopyBook {

    private final JdbcClient jdbc;
    private final ScanRow scans;
    private final ContentStore contents;

    JdbcCopyBook(JdbcClient jdbc, ObjectMapper json, ContentStore contents) {
        this.jdbc = jdbc;
        this.scans = new ScanRow(json, contents);
        this.contents = contents;
    }

    @Override
    public Optional<Taken> find(UUID contact) {
        return jdbc.sql("""
                        select i.id, i.source, i.reference, i.received_at, i.media_type, i.facts, i.sha256
                        from contact c join intake i on i.id = c.intake_id
                        where c.id = :contact and c.channel = 'letter'
                        """)
                .param("contact", contact)
                .query((row, n) -> new Taken(new IntakeId(row.getObject("id", UUID.class)), scans.item(row)))
                .optional();
    }

    @Override
    public Optional<Content> copy(IntakeId letter) {
        return jdbc.sql("select sha256 from letter_copy where intake_id = :id")
                .param("id", letter.value())
                .query(String.class)
                .optional()
                .map(contents::find);
    }

    @Override
    public Content keep(IntakeId letter, Content copy, int pages) throws IOException {
        ContentStore.Kept kept = contents.keep(copy);
        jdbc.sql("""
                        insert into letter_copy (intake_id, sha256, size, pages) values (:id, :sha256, :size, :pages)
                        on conflict (intake_id) do nothing
                        """)
                .param("id", letter.value())
                .param("sha256", kept.sha256())
                .param("size", kept.size())
                .param("pages", pages)
                .update();
        return contents.find(kept.sha256());
    }
}
