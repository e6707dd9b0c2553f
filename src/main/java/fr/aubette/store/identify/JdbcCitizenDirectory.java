package fr.aubette.store.identify;

import fr.aubette.identify.CitizenDirectory;
import fr.aubette.identify.IdentityKey;
import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.model.CaseFile;
import fr.aubette.model.CitizenId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCitizenDirectory implements CitizenDirectory {

    /**
     * Two statements in one trip. The second is a statement of its own: it sees what the former holder of the locks has
     * committed. A key that more share than it may finds nobody: it would not tell them apart; but a whole name finds
     * some of those who bear it, so that a common one is never taken for nobody's. Of those found, the twelve with most
     * in common are read: the first three, and who has half of what the first has. The arrays are hidden in
     * sub-selects: else PostgreSQL would believe that knowing how long they are makes for a better plan, and plan each
     * look-up anew, which costs more than running it.
     */
    private static final String LOCK_THEN_FIND = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select distinct name from unnest(?::text[]) as name order by name) as sorted;
            with shared as (
                    select unnest(held.ids) as citizen_id, asked.weight
                    from unnest((select ?::bigint[]), (select ?::int[]), (select ?::int[])) as asked (key, weight, most)
                    cross join lateral (
                        select array_agg(citizen_id) as ids
                        from (select k.citizen_id from citizen_key k where k.key = asked.key
                              limit asked.most + 1) as few) as held
                    where cardinality(held.ids) <= asked.most or asked.weight = %d),
            summed as (
                select citizen_id, sum(weight) as common, max(sum(weight)) over () as most,
                       row_number() over (order by sum(weight) desc, citizen_id) as rank
                from shared group by citizen_id),
            found as (select citizen_id from summed where rank <= 3 or rank <= 12 and common * 2 >= most)
            select c.id, coalesce(c.person, c.id) as person, c.known from found join citizen c on c.id = found.citizen_id
            """.formatted(Keys.OF_WHOLE_NAME);

    private static final String FILED = """
            select f.written, f.citizen_id, f.directorate, f.referent, f.sector, c.id, coalesce(c.person, c.id) as person,
                   c.known, array(select m.id from citizen m where m.id = c.id or m.person = c.person) as same
            from case_file f join citizen c on c.id = f.citizen_id
            where f.number = any(?::text[]) and f.ended_at is null order by f.number, f.source, f.citizen_id limit 50
            """;

    private final JdbcOperations jdbc;
    private final Frequencies frequencies;

    JdbcCitizenDirectory(JdbcOperations jdbc, Frequencies frequencies) {
        this.jdbc = jdbc;
        this.frequencies = frequencies;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Profile> holders(List<IdentityKey> locked, Set<String> keys) {
        Set<String> asked = WorthAsking.among(keys, frequencies);
        List<Profile> found = jdbc.execute(LOCK_THEN_FIND, (PreparedStatement statement) -> {
            statement.setObject(1, locks(locked, keys));
            statement.setObject(2, asked.stream().map(Keys::hashed).toArray(Long[]::new));
            statement.setObject(3, asked.stream().map(Keys::weight).toArray(Integer[]::new));
            statement.setObject(4, asked.stream().map(Keys::most).toArray(Integer[]::new));
            statement.execute();
            statement.getMoreResults();
            return profiles(statement.getResultSet());
        });
        return found == null ? List.of() : found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Filed> filed(List<String> numbers) {
        return jdbc.query(
                FILED,
                statement -> statement.setObject(1, numbers.toArray(String[]::new)),
                (row, n) -> new Filed(
                        new CaseFile(
                                row.getString("written"),
                                new CitizenId(row.getObject("citizen_id", UUID.class)),
                                row.getString("directorate"),
                                row.getString("referent"),
                                row.getString("sector")),
                        KnownText.profile(row.getString("id"), row.getString("person"), row.getString("known")),
                        Arrays.stream((UUID[]) row.getArray("same").getArray())
                                .map(CitizenId::new)
                                .toList()));
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
