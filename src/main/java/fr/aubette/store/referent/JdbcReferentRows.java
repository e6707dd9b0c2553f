package fr.aubette.store.referent;

import fr.aubette.access.Sight;
import fr.aubette.model.TicketId;
import fr.aubette.referent.ReferentRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReferentRows implements ReferentRows {

    private static final String MAY_HAVE = """
            select exists (
                select 1 from (select t.directorate, t.citizen_id, %s as level from ticket t where t.id = :id) t
                where t.level = %d and t.directorate = any(:own::text[])
                  and (:fewOnly or not exists (
                      select 1 from citizen w join citizen c on c.id = coalesce(w.person, w.id)
                                                             or c.person = coalesce(w.person, w.id)
                      where w.id = t.citizen_id and c.confidential)))
            """.formatted(Sight.LEVEL, Sight.CONTENT);

    private final JdbcClient jdbc;

    JdbcReferentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayHave(TicketId ticket, Sight sight) {
        return jdbc.sql(MAY_HAVE)
                .params(sight.parameters())
                .param("id", ticket.value())
                .param("fewOnly", sight.confidential())
                .query(Boolean.class)
                .single();
    }
}
