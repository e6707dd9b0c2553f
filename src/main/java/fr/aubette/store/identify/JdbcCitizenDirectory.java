package fr.aubette.store.identify;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.identify.IdentityKey;
import fr.aubette.model.CitizenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCitizenDirectory implements CitizenDirectory {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select distinct name from unnest(:names::text[]) as name order by name) as sorted
            """;

    private static final String HOLDERS = """
            select k.kind, k.value, c.id, c.last_name, c.first_name
            from unnest(:kinds::text[], :values::text[]) as asked (kind, value)
            join identity_key k using (kind, value)
            join citizen c on c.id = k.citizen_id
            order by c.opened_at, c.id
            """;

    private final JdbcClient jdbc;

    JdbcCitizenDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Holder> holders(List<IdentityKey> keys) {
        lock(keys);
        return jdbc.sql(HOLDERS)
                .param("kinds", keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
                .param("values", keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .query((row, n) -> holder(row))
                .list();
    }

    /** A statement of its own: what follows sees what the former holder of the locks has committed. */
    private void lock(List<IdentityKey> keys) {
        jdbc.sql(LOCK)
                .param(
                        "names",
                        keys.stream()
                                .map(key -> "citizen " + key.kind().code() + " " + key.value())
                                .toArray(String[]::new))
                .query((row, n) -> 1)
                .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new CitizenId(row.getObject("id", UUID.class)),
                new IdentityKey(kind(row.getString("kind")), row.getString("value")),
                Optional.ofNullable(row.getString("last_name")),
                Optional.ofNullable(row.getString("first_name")));
    }

    private static IdentityKey.Kind kind(String code) {
        return Arrays.stream(IdentityKey.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
