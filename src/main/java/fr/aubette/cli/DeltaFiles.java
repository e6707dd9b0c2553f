package fr.aubette.cli;

import fr.aubette.cli.DeltaRow.Filed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A source's case files: written when they are told otherwise than before, ended when they are told no more. */
final class DeltaFiles {

    private static final String STANDING = """
            select number, citizen_id, written, directorate, referent, sector from case_file
            where source = ? and ended_at is null and citizen_id = any(?::uuid[])
            """;

    private static final String JOURNAL = """
            insert into citizen_batch_change (batch_id, what, citizen_id, before, after)
            select ?, 'case_file', g.id, to_jsonb(f), jsonb_build_object('source', ?::text, 'number', g.number)
            from unnest(?::uuid[], ?::text[]) as g (id, number)
            left join case_file f on f.source = ? and f.number = g.number and f.citizen_id = g.id
            """;

    private static final String WRITE = """
            insert into case_file (source, number, citizen_id, written, directorate, referent, sector, since)
            select ?, number, id, written, ?, referent, sector, now()
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                as g (id, number, written, referent, sector)
            on conflict (number, source, citizen_id) do update set written = excluded.written,
                directorate = excluded.directorate, referent = excluded.referent, sector = excluded.sector,
                ended_at = null
            """;

    private static final String END = """
            update case_file f set ended_at = now() from unnest(?::uuid[], ?::text[]) as g (id, number)
            where f.source = ? and f.number = g.number and f.citizen_id = g.id
            """;

    /** So many may always end. */
    private static final int FEW = 10;

    /** A case file of a person. */
    record Whose(UUID person, Filed file) {}

    private final BulkSql sql;
    private final String source;
    private final String directorate;
    private final long batch;

    DeltaFiles(BulkSql sql, String source, String directorate, long batch) {
        this.sql = sql;
        this.source = source;
        this.directorate = directorate;
        this.batch = batch;
    }

    void write(List<Whose> told) throws SQLException {
        Map<String, String> standing = new HashMap<>();
        sql.query(
                STANDING,
                row -> standing.put(
                        row.getString(1) + " " + row.getString(2),
                        said(row.getString(3), row.getString(4), row.getString(5), row.getString(6))),
                source,
                told.stream().map(each -> each.person().toString()).distinct().toArray(String[]::new));
        List<Whose> changed = told.stream()
                .filter(each -> !said(
                                each.file().written(),
                                directorate,
                                each.file().referent(),
                                each.file().sector())
                        .equals(standing.get(each.file().seen(each.person()))))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        String[] ids = changed.stream().map(each -> each.person().toString()).toArray(String[]::new);
        String[] numbers = changed.stream().map(each -> each.file().number()).toArray(String[]::new);
        sql.run(JOURNAL, batch, source, ids, numbers, source);
        sql.run(
                WRITE,
                source,
                directorate,
                ids,
                numbers,
                changed.stream().map(each -> each.file().written()).toArray(String[]::new),
                changed.stream().map(each -> each.file().referent()).toArray(String[]::new),
                changed.stream().map(each -> each.file().sector()).toArray(String[]::new));
    }

    private static String said(String... parts) {
        return String.join("\u0001", parts);
    }

    /**
     * Ends those that were not seen.
     *
     * @param seen numbers and persons, as {@link Filed#seen} gives them
     * @param spared numbers of which the file says something that could not be read
     * @param most share that may end at once
     * @return whether they ended; false when they are too many for it to be true
     */
    boolean end(Set<String> seen, Set<String> spared, double most) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        int[] standing = new int[1];
        sql.query(
                "select number, citizen_id from case_file where source = ? and ended_at is null",
                row -> {
                    standing[0]++;
                    return seen.contains(row.getString(1) + " " + row.getString(2))
                            || spared.contains(row.getString(1))
                            || ids.add(row.getString(2)) && numbers.add(row.getString(1));
                },
                source);
        if (seen.isEmpty() && !ids.isEmpty() || ids.size() > FEW && ids.size() > most * standing[0]) {
            return false;
        }
        if (!ids.isEmpty()) {
            String[] gone = ids.toArray(String[]::new);
            String[] which = numbers.toArray(String[]::new);
            sql.run(JOURNAL, batch, source, gone, which, source);
            sql.run(END, gone, which, source);
        }
        return true;
    }
}
