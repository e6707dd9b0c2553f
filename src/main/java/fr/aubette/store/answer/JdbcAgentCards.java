package fr.aubette.store.answer;

import fr.aubette.answer.AgentCard;
import fr.aubette.answer.AgentCards;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcAgentCards implements AgentCards {

    private final JdbcClient jdbc;

    JdbcAgentCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AgentCard> find(String login) {
        return jdbc.sql("""
                        select a.display_name, coalesce(c.function, '') as function, coalesce(c.address, '') as address,
                               coalesce(c.phone, '') as phone, coalesce(c.unnamed, false) as unnamed
                        from account a left join agent_card c on c.login = a.login where a.login = :login
                        """)
                .param("login", login)
                .query((row, n) -> new AgentCard(
                        row.getString("display_name"),
                        row.getString("function"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getBoolean("unnamed")))
                .optional();
    }

    @Override
    public void save(String login, AgentCard card) {
        jdbc.sql("""
                        insert into agent_card (login, function, address, phone, unnamed)
                        values (:login, :function, :address, :phone, :unnamed)
                        on conflict (login) do update set function = excluded.function, address = excluded.address,
                               phone = excluded.phone, unnamed = excluded.unnamed
                        """)
                .param("login", login)
                .param("function", card.function())
                .param("address", card.address())
                .param("phone", card.phone())
                .param("unnamed", card.unnamed())
                .update();
    }
}
