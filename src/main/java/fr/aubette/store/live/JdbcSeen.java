package fr.aubette.store.live;

import fr.aubette.access.Sight;
import fr.aubette.live.Seen;
import fr.aubette.model.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeen implements Seen {

    private final JdbcClient jdbc;

    JdbcSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(Collection<TicketId> tickets, Sight sight) {
        return jdbc.sql("select t.number from ticket t where t.id = any(:ids) and " + Sight.LEVEL + " > 0 order by 1")
                .params(sight.parameters())
                .param("ids", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }
}
