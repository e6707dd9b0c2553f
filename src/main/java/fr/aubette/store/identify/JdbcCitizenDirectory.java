package fr.aubette.store.identify;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.identify.IdentityKey;
import fr.aubette.model.CitizenId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCitizenDirectory implements CitizenDirectory {

    /**
     * Two statements in one trip. The second is a statement of its own: it sees what the former holder of the locks has
     * committed.
     */
    private static final String LOCK_THEN_FIND = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select distinct name from unnest(?::text[]) as name order by name) as sorted;
            select k.kind, k.value, c.id, c.last_name, c.first_name
            from unnest(?::text[], ?::text[]) as asked (kind, value)
            join identity_key k using (kind, value)
            join citizen c on c.id = k.citizen_id
            order by c.opened_at, c.id
            """;

    private final JdbcOperations jdbc;

    JdbcCitizenDirectory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Holder> holders(List<IdentityKey> keys) {
        List<Holder> found = jdbc.execute(LOCK_THEN_FIND, (PreparedStatement statement) -> {
            statement.setObject(1, texts(keys, key -> "citizen " + key.kind().code() + " " + key.value()));
            statement.setObject(2, texts(keys, key -> key.kind().code()));
            statement.setObject(3, texts(keys, IdentityKey::value));
            statement.execute();
            statement.getMoreResults();
            return holders(statement.getResultSet());
        });
        return found == null ? List.of() : found;
    }

    private static String[] texts(List<IdentityKey> keys, Function<IdentityKey, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }

    private static List<Holder> holders(ResultSet rows) throws SQLException {
        List<Holder> holders = new ArrayList<>();
        while (rows.next()) {
            holders.add(holder(rows));
        }
        return holders;
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
