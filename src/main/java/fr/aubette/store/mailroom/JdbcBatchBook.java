package fr.aubette.store.mailroom;

import fr.aubette.mailroom.Batch;
import fr.aubette.mailroom.BatchBook;
import fr.aubette.model.IntakeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBatchBook implements BatchBook {

    /** Taken since, or not done yet: found by the small indexes of what waits. */
    private static final String CHOSEN = """
            with chosen as (
                select id from batch where taken_at >= :since
                union select batch_id from batch_again where last_at >= :since
                union select batch_id from batch_letter where waits is not null
                union select l.batch_id from intake i join batch_letter l on l.intake_id = i.id where i.outcome is null
                union select l.batch_id from quarantine q join batch_letter l on l.intake_id = q.intake_id
                      where q.decision is null
            )
            """;

    /** What became of a letter, in the words of {@link LetterLine#state()}. */
    private static final String STATE = """
            case when l.waits is not null then 'waiting'
                 when i.outcome is null then 'under-way'
                 when i.outcome = 'quarantined' then 'set-aside'
                 when i.outcome in ('suppressed', 'rejected') then 'dismissed'
                 else 'desk' end
            """;

    private static final String COUNTED = """
            count(*) filter (where %1$s = 'desk') as on_desks, count(*) filter (where %1$s = 'under-way') as under_way,
            count(*) filter (where %1$s = 'waiting') as letters_waiting, count(*) filter (where %1$s = 'set-aside') as set_aside,
            count(*) filter (where %1$s = 'dismissed') as dismissed
            """.formatted(STATE);

    private static final String SELECT = """
            select b.*, coalesce(s.pages, 0) as pages, s.refused, s.damage, p.*, n.*
            from batch b left join scan s on s.source = b.source and s.reference = b.reference
            left join lateral (
                select count(*) as read,
                       count(*) filter (where p.kind = 'blank') as blank,
                       count(*) filter (where p.kind = 'separator') as separators,
                       count(*) filter (where p.kind = 'letter' and l.number is not null and l.waits is null) as in_letters,
                       count(*) filter (where p.kind = 'letter' and l.waits is not null) as waiting,
                       count(*) filter (where p.kind = 'letter' and l.number is null) as open,
                       count(*) filter (where p.state <> 'read') as failed,
                       count(*) filter (where p.read_at > now() - interval '60 seconds') as lately,
                       min(p.read_at) filter (where p.read_at > now() - interval '60 seconds') as lately_since
                from page p left join batch_letter l on l.batch_id = b.id and l.number = p.letter
                where p.source = b.source and p.reference = b.reference) p on true
            left join lateral (
                select %s from batch_letter l left join intake i on i.id = l.intake_id where l.batch_id = b.id) n on true
            """.formatted(COUNTED);

    private static final String SEARCH = """
            select l.batch_id, l.number, t.number as ticket,
                   coalesce(c.detail #>> '{channel,findings,senderName,value}', '') as sender,
                   (c.detail #>> '{channel,arrivedOn}')::date as arrived_on,
                   (select min(p.number) from page p join batch b on b.source = p.source and b.reference = p.reference
                    where b.id = l.batch_id and p.letter = l.number) as first,
                   (select max(p.number) from page p join batch b on b.source = p.source and b.reference = p.reference
                    where b.id = l.batch_id and p.letter = l.number) as last
            from contact c join batch_letter l on l.intake_id = c.intake_id
            join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
            where c.channel = 'letter'
              and not exists (
                  select 1 from ticket_contact o join ticket s on s.id = o.ticket_id
                  where o.contact_id = c.id and (s.priority = 'protected' or s.motive = any(:hidden::text[])))
            """;

    private static final String BY_NUMBER = """
             and (c.id in (select x.contact_id from ticket_contact x join ticket y on y.id = x.ticket_id
                           where y.number = :number)
                  or c.id in (select z.id from contact z
                              where z.channel = 'letter' and z.detail #> '{channel,findings,registered}'
                                    @> jsonb_build_array(jsonb_build_object('value', :registered::text))))
            """;

    private final JdbcClient jdbc;

    JdbcBatchBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Batch> recent(Instant since, int most) {
        return jdbc.sql(CHOSEN + SELECT + """
                        where b.id in (select id from chosen)
                        order by case when s.pages is null or n.under_way > 0 or n.letters_waiting > 0 or n.set_aside > 0 then 0 else 1 end,
                                 b.taken_at desc, b.id
                        limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, n) -> batch(row))
                .list();
    }

    @Override
    public Batch.Letters totals(Instant since) {
        return jdbc.sql(CHOSEN + " select " + COUNTED + """
                        from batch_letter l left join intake i on i.id = l.intake_id
                        where l.batch_id in (select id from chosen)
                        """)
                .param("since", Timestamp.from(since))
                .query((row, n) -> letters(row))
                .single();
    }

    @Override
    public Optional<Batch> find(UUID batch) {
        return jdbc.sql(SELECT + " where b.id = :id")
                .param("id", batch)
                .query((row, n) -> batch(row))
                .optional();
    }

    /** What the hub took again by itself, because it was killed before it had moved the file away, came once. */
    @Override
    public Map<UUID, List<Again>> again(Collection<UUID> batches) {
        Map<UUID, List<Again>> found = new HashMap<>();
        jdbc.sql("""
                        select a.batch_id, a.file_name, a.last_at, a.times
                        from batch_again a join batch b on b.id = a.batch_id join intake i on i.id = b.id
                        where a.batch_id = any(:batches)
                          and (a.file_name <> b.file_name or a.written_at <> i.received_at
                               or a.last_at > b.taken_at + interval '10 minutes')
                        order by a.last_at desc
                        """).param("batches", batches.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("batch_id", UUID.class), batch -> new ArrayList<>())
                    .add(new Again(
                            row.getString("file_name"),
                            row.getTimestamp("last_at").toInstant(),
                            row.getInt("times")));
        });
        return found;
    }

    @Override
    public List<SheetLine> sheets(UUID batch) {
        return jdbc.sql("""
                        select p.* from page p join batch b on b.source = p.source and b.reference = p.reference
                        where b.id = :id order by p.number
                        """)
                .param("id", batch)
                .query((row, n) -> new SheetLine(
                        row.getInt("number"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("confidence"),
                        row.getInt("rotation"),
                        Arrays.stream(row.getString("steps").split(" "))
                                .filter(step -> !step.isEmpty())
                                .toList(),
                        Optional.ofNullable(row.getObject("letter", Integer.class)),
                        Optional.ofNullable(row.getString("cut")).orElse("")))
                .list();
    }

    @Override
    public List<LetterLine> letters(UUID batch) {
        return jdbc.sql("""
                        select l.number, l.waits, coalesce(a.display_name, l.cut_by) as cut_by, %s as state,
                               coalesce(c.detail #>> '{channel,arrivedOn}', i.facts ->> 'arrivedOn', b.arrived_on::text) as arrived_on,
                               coalesce(p.first, 0) as first, coalesce(p.last, 0) as last, coalesce(p.pages, 0) as pages,
                               exists (select 1 from cuttable x where x.batch_id = l.batch_id and x.number = l.number) as cuttable
                        from batch_letter l join batch b on b.id = l.batch_id
                        left join intake i on i.id = l.intake_id left join contact c on c.intake_id = i.id
                        left join account a on a.login = l.cut_by
                        left join lateral (
                            select min(number) as first, max(number) as last, count(*) filter (where kind = 'letter') as pages
                            from page where source = b.source and reference = b.reference and letter = l.number) p on true
                        where l.batch_id = :id order by p.first, l.number
                        """.formatted(STATE))
                .param("id", batch)
                .query((row, n) -> new LetterLine(
                        row.getInt("number"),
                        row.getInt("first"),
                        row.getInt("last"),
                        row.getInt("pages"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("arrived_on")).map(LocalDate::parse),
                        Optional.ofNullable(row.getString("waits")),
                        Optional.ofNullable(row.getString("cut_by")),
                        row.getBoolean("cuttable")))
                .list();
    }

    @Override
    public Optional<IntakeId> intake(UUID batch, int letter) {
        return jdbc.sql(
                        "select intake_id from batch_letter where batch_id = ? and number = ? and intake_id is not null")
                .params(batch, letter)
                .query((row, n) -> new IntakeId(row.getObject("intake_id", UUID.class)))
                .optional();
    }

    @Override
    public List<Found> search(Asked asked, List<String> hidden, int most) {
        if (asked.nothing()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder(SEARCH);
        Map<String, Object> values = new HashMap<>();
        values.put("hidden", hidden.toArray(String[]::new));
        values.put("most", most);
        if (!asked.number().isBlank()) {
            sql.append(BY_NUMBER);
            String number = asked.number().strip().toUpperCase(Locale.ROOT);
            values.put("number", number);
            values.put("registered", number.replaceAll("\\s", ""));
        }
        if (!asked.sender().isBlank()) {
            sql.append(" and letter_sender(c.detail) @@ to_tsquery('simple', :sender)");
            values.put("sender", words(asked.sender()));
        }
        asked.day().ifPresent(day -> {
            sql.append(" and c.detail #>> '{channel,arrivedOn}' = :day");
            values.put("day", day.toString());
        });
        sql.append(" order by arrived_on desc, l.batch_id, l.number, ticket limit :most");
        return jdbc.sql(sql.toString())
                .params(values)
                .query((row, n) -> new Found(
                        row.getObject("batch_id", UUID.class),
                        row.getInt("number"),
                        row.getString("ticket"),
                        row.getString("sender"),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getInt("first"),
                        row.getInt("last")))
                .list();
    }

    @Override
    public boolean shared(IntakeId intake) {
        return jdbc.sql("""
                        select exists (select 1 from batch_letter l
                                       join batch_letter o on o.batch_id = l.batch_id and o.number <> l.number
                                       where l.intake_id = :intake)
                        """)
                .param("intake", intake.value())
                .query(Boolean.class)
                .single();
    }

    /** Beginnings of words, all of which must be there; a name without a letter finds nothing. */
    private static String words(String sender) {
        String plain = java.text.Normalizer.normalize(sender, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String query = Arrays.stream(plain.split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        return query.isEmpty() ? "'-'" : query;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        int all = row.getInt("pages");
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("source"),
                row.getString("site"),
                Optional.ofNullable(row.getObject("arrived_on", LocalDate.class)),
                row.getString("sha256"),
                row.getLong("size"),
                row.getTimestamp("taken_at").toInstant(),
                Optional.ofNullable(row.getString("refused")),
                Optional.ofNullable(row.getString("damage")),
                new Batch.Pages(
                        all,
                        Math.max(0, all - row.getInt("read")),
                        row.getInt("in_letters"),
                        row.getInt("blank"),
                        row.getInt("separators"),
                        row.getInt("waiting"),
                        row.getInt("open"),
                        row.getInt("failed")),
                letters(row),
                new Batch.Pace(
                        row.getInt("lately"),
                        Optional.ofNullable(row.getTimestamp("lately_since")).map(Timestamp::toInstant)));
    }

    private static Batch.Letters letters(ResultSet row) throws SQLException {
        return new Batch.Letters(
                row.getInt("on_desks"),
                row.getInt("under_way"),
                row.getInt("letters_waiting"),
                row.getInt("set_aside"),
                row.getInt("dismissed"));
    }
}
