package fr.aubette.store.access;

import fr.aubette.access.Right;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code account_right}. */
@Repository
class RightRows {

    private final JdbcClient jdbc;

    RightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces all rights of an account. */
    void write(UUID account, Set<Right> rights) {
        jdbc.sql("delete from account_right where account_id = :id")
                .param("id", account)
                .update();
        rights.forEach(right -> jdbc.sql("""
                        insert into account_right (account_id, kind, directorate, service)
                        values (:id, :kind, :directorate, :service)
                        """)
                .param("id", account)
                .param("kind", right.kind().code())
                .param("directorate", right.directorate())
                .param("service", right.service())
                .update());
    }

    /** Reads one back from {@code kind directorate service}. */
    static Right right(String words) {
        String[] parts = words.split(" ", -1);
        return new Right(Right.Kind.ofCode(parts[0]), parts[1], parts[2]);
    }
}
