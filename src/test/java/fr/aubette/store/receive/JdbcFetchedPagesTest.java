package fr.aubette.store.receive;

import fr.aubette.hub.HubDatabase;
import fr.aubette.receive.letter.FetchedPages;
import fr.aubette.receive.letter.FetchedPagesPromises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcFetchedPagesTest implements FetchedPagesPromises {

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private final JdbcClient jdbc = DATABASE.jdbc();

    @BeforeEach
    void empty() {
        jdbc.sql("truncate intake, fetched_page cascade").update();
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
