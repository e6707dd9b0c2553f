package fr.aubette.store.receive;

import fr.aubette.receive.letter.Refusals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefusals implements Refusals {

    private final JdbcClient jdbc;

    JdbcRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Refusal> since(String source, Instant since) {
        return jdbc.sql("""
                        select i.facts ->> 'fileName' as name, i.sha256, i.size, q.reason, q.at
                        from quarantine q join intake i on i.id = q.intake_id
                        where q.decision is null and q.at > :since and q.kind = 'refused'
                          and i.channel = 'letter' and i.source = :source and i.facts ->> 'fileName' is not null
                        order by q.at limit 100
                        """)
                .param("since", Timestamp.from(since))
                .param("source", source)
                .query((row, n) -> new Refusal(
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
