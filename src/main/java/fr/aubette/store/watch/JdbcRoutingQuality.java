package fr.aubette.store.watch;

import fr.aubette.watch.RoutingQuality;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoutingQuality implements RoutingQuality {

    private static final String ORDINARY = """
            from ticket t
            where t.opened_at >= :since and t.routed_to is not null and t.priority <> 'protected'
              and not exists (select 1 from false_alarm f where f.ticket_id = t.id)
            """;

    private final JdbcClient jdbc;

    JdbcRoutingQuality(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Routed> routed(Instant since) {
        return jdbc.sql("""
                        select t.routed_by, t.routed_with, count(*) as n,
                               count(*) filter (where t.routed_as = 'A_QUALIFIER') as abstained,
                               count(*) filter (where t.routed_as <> 'A_QUALIFIER' and t.directorate <> t.routed_to) as moved
                        """ + ORDINARY + " group by 1, 2 order by n desc, 1, 2")
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Routed(
                        row.getString("routed_by"),
                        row.getString("routed_with"),
                        row.getLong("n"),
                        row.getLong("abstained"),
                        row.getLong("moved")))
                .list();
    }

    @Override
    public List<Moved> moved(Instant since, int most) {
        return jdbc.sql("select t.routed_to, t.directorate, count(*) as n " + ORDINARY + """
                         and t.routed_as <> 'A_QUALIFIER' and t.directorate <> t.routed_to
                        group by 1, 2 order by n desc, 1, 2 limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, n) ->
                        new Moved(row.getString("routed_to"), row.getString("directorate"), row.getLong("n")))
                .list();
    }
}
