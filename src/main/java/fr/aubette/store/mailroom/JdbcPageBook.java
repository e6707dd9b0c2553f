package fr.aubette.store.mailroom;

import fr.aubette.mailroom.PageBook;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPageBook implements PageBook {

    private static final String SELECT = """
            select b.sha256, p.rotation, p.text, p.words
            from page p join batch b on b.source = p.source and b.reference = p.reference
            join batch_letter l on l.batch_id = b.id and l.number = p.letter
            """;

    private final JdbcClient jdbc;

    JdbcPageBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PageRef> forMailroom(UUID batch, int page) {
        return one(jdbc.sql(SELECT + """
                        join cuttable c on c.batch_id = l.batch_id and c.number = l.number
                        where b.id = :id and p.number = :page
                        """).param("id", batch).param("page", page));
    }

    @Override
    public Optional<PageRef> ofContact(UUID contact, int page) {
        return one(jdbc.sql(SELECT + """
                        join contact c on c.intake_id = l.intake_id
                        where c.id = :id and p.number = :page
                        """).param("id", contact).param("page", page));
    }

    private static Optional<PageRef> one(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new PageRef(
                        row.getString("sha256"), row.getInt("rotation"), row.getString("text"), row.getString("words")))
                .optional();
    }
}
