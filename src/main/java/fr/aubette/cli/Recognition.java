package fr.aubette.cli;

import fr.aubette.cli.DeltaRow.Told;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Sign;
import fr.aubette.identify.match.Verdict;
import fr.aubette.identify.match.Weights;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts a record that this very batch makes under the person whom the hub knows already, when name, first name and birth
 * date agree and nobody else comes near. It is noted as a merge, so it is taken back from the citizen's page like any
 * other; it is asked once, when the record is made, so nobody's answer is ever overruled.
 */
final class Recognition {

    private static final double SURE = 0.99;
    private static final Set<Sign> NEEDED = Set.of(Sign.SURNAME_SAME, Sign.FIRST_SAME, Sign.BIRTH_SAME);

    private static final String FOUND = """
            select distinct c.id, coalesce(c.person, c.id) as person, c.known
            from unnest(?::bigint[]) as asked (key)
            cross join lateral (select citizen_id from citizen_key k where k.key = asked.key limit 50) held
            join citizen c on c.id = held.citizen_id
            """;

    /** Of this source it would be one of its own doubles; a confidential one stays apart. */
    private static final String MAY = """
            select coalesce(c.person, c.id) from citizen c
            where c.id = ?::uuid and not exists (
                select 1 from citizen m where (m.id = c.id or m.person = coalesce(c.person, c.id)) and (m.confidential
                    or exists (select 1 from citizen_fact f where f.citizen_id = m.id and f.source = ?)))
            """;

    private static final String MERGE = """
            with merged as (
                insert into citizen_merge (id, absorbed, kept, reason, merged_by, merged_at)
                values (?::uuid, ?::uuid, ?::uuid, ?, ?, now())),
            grouped as (update citizen set person = ?::uuid where id in (?::uuid, ?::uuid))
            insert into citizen_batch_change (batch_id, what, citizen_id, after)
            values (?, 'merge', ?::uuid, jsonb_build_object('merge', ?::text, 'kept', ?::text))
            """;

    private final BulkSql sql;
    private final String source;
    private final long batch;
    private final CountedNames frequencies = new CountedNames();
    private final Matcher matcher;
    private final Sightings sightings;
    private boolean counted;

    Recognition(BulkSql sql, String source, long batch) {
        this.sql = sql;
        this.source = source;
        this.batch = batch;
        this.sightings = new Sightings(frequencies);
        this.matcher = new Matcher(this::find, frequencies, Weights.shipped(), Bands.ofHub());
    }

    /** Who each of these is already, of those whom the source has never told of. */
    Map<UUID, UUID> known(Map<UUID, Told> persons) throws SQLException {
        Map<UUID, UUID> known = new HashMap<>();
        Set<String> old = Set.copyOf(
                sql.query("select id from citizen where id = any(?::uuid[])", row -> row.getString(1), (Object)
                        persons.keySet().stream().map(UUID::toString).toArray(String[]::new)));
        for (Map.Entry<UUID, Told> each : persons.entrySet()) {
            Told told = each.getValue();
            if (!old.contains(each.getKey().toString()) && told.born().isPresent()) {
                count();
                sure(told).ifPresent(who -> known.put(each.getKey(), who));
            }
        }
        return known;
    }

    private Optional<UUID> sure(Told told) {
        Verdict verdict = matcher.decide(sightings.of(told.said()));
        return verdict.candidates().stream()
                .findFirst()
                .filter(first -> verdict.band() == Verdict.Band.ATTACH && first.probability() >= SURE)
                .filter(first -> signs(first).containsAll(NEEDED))
                .map(first -> UUID.fromString(first.profile().id()));
    }

    private static Set<Sign> signs(Candidate candidate) {
        return candidate.clues().stream().map(clue -> clue.sign()).collect(Collectors.toSet());
    }

    /** Makes the fresh records one person with those whom they are. */
    void merge(List<UUID> fresh, Map<UUID, UUID> known) throws SQLException {
        List<UUID> some = fresh.stream().filter(known::containsKey).toList();
        if (some.isEmpty()) {
            return;
        }
        sql.query("select pg_advisory_xact_lock(hashtextextended('merge of citizens', 0))", row -> 1);
        for (UUID each : some) {
            List<String> stands = sql.query(MAY, row -> row.getString(1), String.valueOf(known.get(each)), source);
            if (!stands.isEmpty()) {
                String kept = stands.get(0);
                String id = each.toString();
                String merge = UUID.randomUUID().toString();
                sql.run(
                        MERGE,
                        merge,
                        id,
                        kept,
                        "même nom, même prénom, même date de naissance",
                        source,
                        kept,
                        kept,
                        id,
                        batch,
                        id,
                        merge,
                        kept);
            }
        }
    }

    private Collection<Profile> find(Set<String> keys) {
        try {
            return sql.query(
                    FOUND, row -> KnownText.profile(row.getString(1), row.getString(2), row.getString(3)), (Object)
                            keys.stream()
                                    .filter(Recognition::tells)
                                    .map(Keys::hashed)
                                    .toArray(Long[]::new));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom a phone, a mailbox, a whole name or a birth date leads to: who is sure shares the last two. */
    private static boolean tells(String key) {
        return "tmnb".indexOf(key.charAt(0)) >= 0;
    }

    private void count() throws SQLException {
        if (counted) {
            return;
        }
        counted = true;
        CountedRegister.read(sql, frequencies);
    }
}
