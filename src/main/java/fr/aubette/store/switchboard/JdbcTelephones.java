package fr.aubette.store.switchboard;

import fr.aubette.switchboard.Telephones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTelephones implements Telephones {

    private final JdbcClient jdbc;

    JdbcTelephones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> at(String line, String extension) {
        return jdbc.sql("select login from agent_phone where line = :line and extension = :extension")
                .param("line", line)
                .param("extension", extension)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Telephone> of(String login) {
        return jdbc.sql("select login, line, extension from agent_phone where login = :login")
                .param("login", login)
                .query((row, n) -> telephone(row))
                .optional();
    }

    @Override
    public List<Telephone> all() {
        return jdbc.sql("select login, line, extension from agent_phone order by login")
                .query((row, n) -> telephone(row))
                .list();
    }

    @Override
    @Transactional
    public void seat(Telephone telephone) {
        jdbc.sql("delete from agent_phone where line = :line and extension = :extension and login <> :login")
                .param("line", telephone.line())
                .param("extension", telephone.extension())
                .param("login", telephone.login())
                .update();
        jdbc.sql("""
                        insert into agent_phone (login, line, extension) values (:login, :line, :extension)
                        on conflict (login) do update set line = excluded.line, extension = excluded.extension
                        """)
                .param("login", telephone.login())
                .param("line", telephone.line())
                .param("extension", telephone.extension())
                .update();
    }

    @Override
    public void leave(String login) {
        jdbc.sql("delete from agent_phone where login = :login")
                .param("login", login)
                .update();
    }

    private static Telephone telephone(ResultSet row) throws SQLException {
        return new Telephone(row.getString("login"), row.getString("line"), row.getString("extension"));
    }
}
