package fr.aubette.cli;

import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch back: every row stands again as it stood before, byte for byte. What contacts and agents have added
 * since stays: a record that they have touched is kept, with what they gave alone.
 */
final class DeltaRollback {

    private static final int AT_ONCE = 1_000;

    private static final String LATER = """
            select max(later.id) from citizen_batch b
            join citizen_batch later on later.source = b.source and later.id > b.id and later.rolled_back_at is null
            where b.id = ? and exists (select 1 from citizen_batch_change ch where ch.batch_id = later.id)
            """;

    private static final String UNMERGE = """
            with gone as (
                delete from citizen_merge m using citizen_batch_change ch
                where ch.batch_id = ? and ch.what = 'merge' and m.id = (ch.after ->> 'merge')::uuid and m.undone_at is null
                returning m.absorbed)
            update citizen c set person = null from gone where c.id = gone.absorbed
            """;

    /** Who stands for nobody else any more. */
    private static final String ALONE = """
            update citizen c set person = null from citizen_batch_change ch
            where ch.batch_id = ? and ch.what = 'merge' and c.id = (ch.after ->> 'kept')::uuid and c.person = c.id
              and not exists (select 1 from citizen o where o.person = c.id and o.id <> c.id)
            """;

    private static final String FILES_OUT = """
            delete from case_file f using citizen_batch_change ch
            where ch.batch_id = ? and ch.what = 'case_file' and f.source = ch.after ->> 'source'
              and f.number = ch.after ->> 'number' and f.citizen_id = ch.citizen_id
            """;

    /** Of two changes of one file in the batch, the first knows how it stood. */
    private static final String FILES_IN = """
            insert into case_file
            select f.* from (
                select distinct on (citizen_id, after ->> 'number') before from citizen_batch_change
                where batch_id = ? and what = 'case_file'
                order by citizen_id, after ->> 'number', n) ch,
                jsonb_populate_record(null::case_file, ch.before) f
            where ch.before is not null
            """;

    /** Whatever tells of a citizen beside what is known of one: who is in one of these columns has been touched. */
    static final Set<String> TOUCHED_BY = Set.of(
            "contact.citizen_id",
            "contact.beneficiary_id",
            "ticket.citizen_id",
            "identity_question.citizen_id",
            "identity_answer.citizen_id",
            "identity_answer.opened_id",
            "citizen_merge.absorbed",
            "citizen_merge.kept",
            "never_same.one",
            "never_same.other",
            "confidential_change.citizen_id",
            "identity_key.citizen_id",
            "call_back.citizen_id",
            "contact_wish.citizen_id",
            "case_file.citizen_id");

    private static final String CHANGED = """
            select ch.n, ch.citizen_id, ch.before #>> '{row,known}', ch.after #>> '{row,known}', c.known,
                   ch.before is null and %s as untouched
            from citizen_batch_change ch join citizen c on c.id = ch.citizen_id
            where ch.batch_id = ? and ch.what = 'citizen' and ch.n > ? order by ch.n limit %d for update of c
            """.formatted(
            TOUCHED_BY.stream().sorted().map(DeltaRollback::nobodyIn).collect(Collectors.joining(" and ")), AT_ONCE);

    private static String nobodyIn(String column) {
        int dot = column.indexOf('.');
        return "not exists (select 1 from %s x where x.%s = c.id)"
                .formatted(column.substring(0, dot), column.substring(dot + 1));
    }

    /** Facts of a change's image. */
    private static final String IMAGE =
            "jsonb_populate_recordset(null::citizen_fact, coalesce(ch.%s -> 'facts', '[]'))";

    private static final String ADDED = """
            (select a.* from citizen_batch_change ch, %s a
             where ch.batch_id = ? and ch.what = 'citizen' and ch.citizen_id = any(?::uuid[]) and not exists (
                 select 1 from %s b where b.kind = a.kind and b.value = a.value))
            """;

    private static final String BY_BATCH = ADDED.formatted(IMAGE.formatted("after"), IMAGE.formatted("before"));
    private static final String GONE_BY_BATCH = ADDED.formatted(IMAGE.formatted("before"), IMAGE.formatted("after"));

    private static final String SAID_SINCE = "update citizen_fact f set source = 'contact', proof = 'matched', "
            + "first_seen = f.last_seen from " + BY_BATCH
            + " a where f.citizen_id = a.citizen_id and f.kind = a.kind and f.value = a.value and f.last_seen <> a.last_seen";

    private static final String FORGET = "delete from citizen_fact f using " + BY_BATCH
            + " a where f.citizen_id = a.citizen_id and f.kind = a.kind and f.value = a.value and f.last_seen = a.last_seen";

    private static final String BACK =
            "insert into citizen_fact select b.* from " + GONE_BY_BATCH + " b on conflict do nothing";

    private static final String ROWS = """
            update citizen c set last_name = before.last_name, first_name = before.first_name,
                   birth_date = before.birth_date, known = given.known
            from unnest(?::uuid[], ?::text[]) as given (id, known)
            join citizen_batch_change ch on ch.citizen_id = given.id and ch.batch_id = ? and ch.what = 'citizen'
            left join jsonb_populate_record(null::citizen, ch.before -> 'row') before on true
            where c.id = given.id
            """;

    private record Changed(long n, String citizen, String known, boolean untouched) {}

    private final Connection connection;
    private final BulkSql sql;

    DeltaRollback(Connection connection) {
        this.connection = connection;
        this.sql = new BulkSql(connection);
    }

    /**
     * Takes it back, all or nothing.
     *
     * @return how many citizens stand again as before
     * @throws WrongUsage if there is no such batch, or one after it must be taken back first
     */
    long run(long batch) throws SQLException {
        connection.setAutoCommit(false);
        long there = sql.number(
                "select count(*) from (select 1 from citizen_batch where id = ? and rolled_back_at is null for update) b",
                batch);
        if (there == 0) {
            throw new WrongUsage("no batch " + batch + " stands", "aucun lot " + batch + " à défaire");
        }
        long later = sql.number(LATER, batch);
        if (later > 0) {
            throw new WrongUsage("roll back batch " + later + " first", "défaire d'abord le lot " + later);
        }
        sql.query("select pg_advisory_xact_lock(hashtextextended('merge of citizens', 0))", row -> 1);
        sql.run(UNMERGE, batch);
        sql.run(ALONE, batch);
        sql.run(FILES_OUT, batch);
        sql.run(FILES_IN, batch);
        long all = citizens(batch);
        sql.run("update citizen_batch set rolled_back_at = now() where id = ?", batch);
        connection.commit();
        return all;
    }

    private long citizens(long batch) throws SQLException {
        long all = 0;
        long after = 0;
        for (List<Changed> some = changed(batch, after); !some.isEmpty(); some = changed(batch, after)) {
            remove(some.stream()
                    .filter(Changed::untouched)
                    .map(Changed::citizen)
                    .toArray(String[]::new));
            restore(batch, some.stream().filter(each -> !each.untouched()).toList());
            all += some.size();
            after = some.get(some.size() - 1).n();
        }
        return all;
    }

    private List<Changed> changed(long batch, long after) throws SQLException {
        return sql.query(
                CHANGED,
                row -> new Changed(
                        row.getLong(1),
                        row.getString(2),
                        without(row.getString(3), row.getString(4), row.getString(5)),
                        row.getBoolean(6)),
                batch,
                after);
    }

    /** What was known before, and what was learnt since. */
    private static String without(@Nullable String before, @Nullable String after, String now) {
        if (now.equals(after)) {
            return before == null ? "" : before;
        }
        Set<String> told = new LinkedHashSet<>(lines(after));
        List<String> stood = lines(before);
        List<String> left = new ArrayList<>(stood);
        lines(now).stream()
                .filter(line -> !told.contains(line) && !stood.contains(line))
                .forEach(left::add);
        return left.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private void remove(String... citizens) throws SQLException {
        for (String table : List.of("citizen_fact", "citizen_key", "citizen_form")) {
            sql.run("delete from " + table + " where citizen_id = any(?::uuid[])", (Object) citizens);
        }
        sql.run("delete from citizen where id = any(?::uuid[])", (Object) citizens);
    }

    private void restore(long batch, List<Changed> some) throws SQLException {
        String[] ids = some.stream().map(Changed::citizen).toArray(String[]::new);
        sql.run(SAID_SINCE, batch, ids);
        sql.run(FORGET, batch, ids);
        sql.run(BACK, batch, ids);
        sql.run(ROWS, ids, some.stream().map(Changed::known).toArray(String[]::new), batch);
        List<Profile> known = some.stream()
                .map(each -> KnownText.profile(each.citizen(), each.citizen(), each.known()))
                .toList();
        CitizenIndex.replace(sql, known);
    }
}
