package fr.aubette.cli;

import fr.aubette.cli.DeltaRow.Told;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.KnownText.Fact;
import fr.aubette.identify.match.Profile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of a source's persons: each has one of its own, which only this source and its contacts write. Who was
 * found to be one person with whom is not in them, and stays as agents have left it.
 */
final class DeltaPersons {

    private static final String STANDING = """
            select id, last_name, first_name, birth_date from citizen where id = any(?::uuid[]) order by id for update
            """;

    private static final String FACTS = """
            select citizen_id, kind, value, source = ? and first_seen = last_seen as ours
            from citizen_fact where citizen_id = any(?::uuid[]) order by first_seen, kind, value
            """;

    /** A citizen with its facts, as it stands. */
    private static final String IMAGE = """
            (select jsonb_build_object('row', to_jsonb(c), 'facts', coalesce((
                select jsonb_agg(to_jsonb(f)) from citizen_fact f where f.citizen_id = c.id), '[]'))
             from citizen c where c.id = %s)
            """;

    private static final String JOURNAL = "insert into citizen_batch_change (batch_id, what, citizen_id, before) "
            + "select ?, 'citizen', g.id, " + IMAGE.formatted("g.id") + " from unnest(?::uuid[]) as g (id)";

    private static final String JOURNAL_AFTER = "update citizen_batch_change ch set after = "
            + IMAGE.formatted("ch.citizen_id")
            + " where ch.batch_id = ? and ch.what = 'citizen' and ch.citizen_id = any(?::uuid[]) and ch.after is null";

    private static final String WRITE = """
            insert into citizen (id, last_name, first_name, birth_date, opened_at, known)
            select id, nullif(last, ''), nullif(first, ''), born::date, now(), known
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as given (id, last, first, born, known)
            on conflict (id) do update set last_name = excluded.last_name, first_name = excluded.first_name,
                birth_date = excluded.birth_date, known = excluded.known
            """;

    private static final String FORGET = """
            delete from citizen_fact f using unnest(?::uuid[], ?::text[], ?::text[]) as gone (id, kind, value)
            where f.citizen_id = gone.id and f.kind = gone.kind and f.value = gone.value
            """;

    private static final String LEARN = """
            insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
            select id, kind, value, ?, 'checked', now(), now()
            from unnest(?::uuid[], ?::text[], ?::text[]) as given (id, kind, value)
            """;

    /** What stands of a person. */
    private static final class Standing {
        private String names = "";
        private final Set<Fact> ours = new LinkedHashSet<>();
        private final Set<Fact> others = new LinkedHashSet<>();
    }

    /** Facts of citizens, as three arrays. */
    private static final class Facts {
        private final List<String> ids = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        private void add(String id, Fact fact) {
            ids.add(id);
            facts.add(fact);
        }

        private Object[] arrays() {
            return new Object[] {
                ids.toArray(String[]::new),
                facts.stream().map(Fact::kind).toArray(String[]::new),
                facts.stream().map(Fact::value).toArray(String[]::new)
            };
        }
    }

    private final BulkSql sql;
    private final String source;
    private final long batch;

    DeltaPersons(BulkSql sql, String source, long batch) {
        this.sql = sql;
        this.source = source;
        this.batch = batch;
    }

    /** Writes those who are new or told otherwise than before; who is new. */
    List<UUID> write(Map<UUID, Told> persons) throws SQLException {
        Map<String, Standing> standing = standing(persons.keySet());
        Map<String, Told> changed = new LinkedHashMap<>();
        persons.forEach((id, told) -> {
            if (differs(standing.get(id.toString()), told)) {
                changed.put(id.toString(), told);
            }
        });
        if (!changed.isEmpty()) {
            write(changed, standing);
        }
        return changed.keySet().stream()
                .filter(id -> !standing.containsKey(id))
                .map(UUID::fromString)
                .toList();
    }

    private static boolean differs(@Nullable Standing standing, Told told) {
        if (standing == null) {
            return !told.last().isEmpty();
        }
        Set<Fact> said = new LinkedHashSet<>(KnownText.facts(told.profile()));
        boolean more = said.stream().anyMatch(fact -> !standing.ours.contains(fact) && !standing.others.contains(fact));
        return more || !said.containsAll(standing.ours) || !standing.names.equals(names(told));
    }

    private void write(Map<String, Told> changed, Map<String, Standing> standing) throws SQLException {
        String[] ids = changed.keySet().toArray(String[]::new);
        sql.run(JOURNAL, batch, ids);
        Facts gone = new Facts();
        Facts fresh = new Facts();
        List<Profile> known = new ArrayList<>();
        changed.forEach((id, told) -> {
            Standing before = standing.getOrDefault(id, new Standing());
            Set<Fact> said = new LinkedHashSet<>(KnownText.facts(told.profile()));
            before.ours.stream().filter(fact -> !said.contains(fact)).forEach(fact -> gone.add(id, fact));
            said.stream()
                    .filter(fact -> !before.ours.contains(fact) && !before.others.contains(fact))
                    .forEach(fact -> fresh.add(id, fact));
            Set<String> single = new HashSet<>(Set.of("sex", "birth-date"));
            single.retainAll(said.stream().map(Fact::kind).toList());
            before.others.stream().filter(fact -> !single.contains(fact.kind())).forEach(said::add);
            known.add(KnownText.profile(id, id, text(said)));
        });
        sql.run(
                WRITE,
                ids,
                changed.values().stream().map(Told::last).toArray(String[]::new),
                changed.values().stream().map(Told::first).toArray(String[]::new),
                changed.values().stream()
                        .map(told -> told.born().map(Object::toString).orElse(null))
                        .toArray(),
                known.stream().map(KnownText::of).toArray(String[]::new));
        sql.run(FORGET, gone.arrays());
        Object[] learnt = fresh.arrays();
        sql.run(LEARN, source, learnt[0], learnt[1], learnt[2]);
        CitizenIndex.replace(sql, known);
        sql.run(JOURNAL_AFTER, batch, ids);
    }

    private Map<String, Standing> standing(Set<UUID> ids) throws SQLException {
        String[] all = ids.stream().map(UUID::toString).toArray(String[]::new);
        Map<String, Standing> standing = new HashMap<>();
        sql.query(
                STANDING,
                row -> {
                    Standing each = new Standing();
                    each.names = names(row.getString(2), row.getString(3), row.getString(4));
                    standing.put(row.getString(1), each);
                    return each;
                },
                (Object) all);
        sql.query(
                FACTS,
                row -> {
                    Standing each = standing.get(row.getString(1));
                    Fact fact = new Fact(row.getString(2), row.getString(3));
                    return each != null && (row.getBoolean(4) ? each.ours : each.others).add(fact);
                },
                source,
                all);
        return standing;
    }

    private static String names(Told told) {
        return names(
                told.last(), told.first(), told.born().map(Object::toString).orElse(null));
    }

    private static String names(@Nullable String last, @Nullable String first, @Nullable String born) {
        return (last == null ? "" : last) + "|" + (first == null ? "" : first) + "|" + (born == null ? "" : born);
    }

    private static String text(Set<Fact> facts) {
        return facts.stream().map(fact -> fact.kind() + " " + fact.value()).collect(Collectors.joining("\n"));
    }
}
