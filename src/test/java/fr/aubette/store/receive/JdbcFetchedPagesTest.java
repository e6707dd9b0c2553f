package fr.aubette.store.receive;

import fr.aubette.receive.letter.FetchedPages;
import fr.aubette.receive.letter.FetchedPagesPromises;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcFetchedPagesTest implements FetchedPagesPromises {

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        for (String migration : List.of("V001__intake", "V093__fetched_page")) {
            jdbc.sql(Files.readString(Path.of("src/main/resources/db/migration", migration + ".sql")))
                    .update();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate intake, fetched_page").update();
    }

    @Override
    public FetchedPages pages() {
        return new JdbcFetchedPages(jdbc);
    }

    @Override
    public void takeIn(String source, String reference) {
        jdbc.sql("""
                        insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                            media_type, facts, sha256, size)
                        values (gen_random_uuid(), 'letter', ?, ?, now(), now(), now(), 'application/zip', '{}', ?, 4)
                        """).params(source, reference, "a".repeat(64)).update();
    }
}
