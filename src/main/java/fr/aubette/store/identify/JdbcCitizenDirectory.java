package fr.aubette.store.identify;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.identify.IdentityKey;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCitizenDirectory implements CitizenDirectory {

    /**
     * Two statements in one trip. The second is a statement of its own: it sees what the former holder of the locks has
     * committed. A key that more than a hundred share finds nobody: it would not tell them apart; but a whole name
     * finds a hundred of those who bear it, so that a common one is never taken for nobody's. Of those found, the
     * thirty with most in common are read: so a look-up costs as much among two million as among ten thousand.
     */
    private static final String LOCK_THEN_FIND = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select distinct name from unnest(?::text[]) as name order by name) as sorted;
            with found as (
                select citizen_id from (
                    select unnest(held.ids) as citizen_id, asked.weight
                    from unnest(?::bigint[], ?::int[]) as asked (key, weight)
                    cross join lateral (
                        select array_agg(citizen_id) as ids
                        from (select k.citizen_id from citizen_key k where k.key = asked.key limit 101) as few) as held
                    where cardinality(held.ids) <= 100 or asked.weight = %d) as shared
                group by citizen_id order by sum(weight) desc, citizen_id limit 30)
            select c.id, coalesce(c.person, c.id) as person, c.known from found join citizen c on c.id = found.citizen_id
            """.formatted(Keys.OF_WHOLE_NAME);

    private final JdbcOperations jdbc;

    JdbcCitizenDirectory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Profile> holders(List<IdentityKey> locked, Set<String> keys) {
        List<Profile> found = jdbc.execute(LOCK_THEN_FIND, (PreparedStatement statement) -> {
            statement.setObject(1, locks(locked, keys));
            Map<Long, Integer> weights = new LinkedHashMap<>();
            keys.forEach(key -> weights.merge(Keys.hashed(key), Keys.weight(key), Math::max));
            statement.setObject(2, weights.keySet().toArray(Long[]::new));
            statement.setObject(3, weights.values().toArray(Integer[]::new));
            statement.execute();
            statement.getMoreResults();
            return profiles(statement.getResultSet());
        });
        return found == null ? List.of() : found;
    }

    /** Exact keys, and how the name sounds: two first contacts of one person may share nothing else. */
    private static String[] locks(List<IdentityKey> locked, Set<String> keys) {
        return Stream.concat(
                        locked.stream().map(key -> key.kind().code() + " " + key.value()),
                        keys.stream().filter(key -> key.startsWith("n|")).limit(4))
                .map(name -> "citizen " + name)
                .toArray(String[]::new);
    }

    private static List<Profile> profiles(ResultSet rows) throws SQLException {
        List<Profile> profiles = new ArrayList<>();
        while (rows.next()) {
            profiles.add(KnownText.profile(rows.getString("id"), rows.getString("person"), rows.getString("known")));
        }
        return profiles;
    }
}
