package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.Filter;
import fr.aubette.desk.Lines;
import fr.aubette.model.Matter;
import fr.aubette.model.TicketNumber;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLines implements Lines {

    private static final Map<Filter, String> WHERE = Map.of(
            Filter.OPEN, "t.directorate = :directorate and t.ended_at is null",
            Filter.QUALIFY, "t.directorate = :directorate and t.ended_at is null and t.motive = :triage",
            Filter.OVERDUE, """
                    t.directorate = :directorate and t.ended_at is null
                    and t.id in (select d.ticket_id from deadline d where d.due_on < :today)""",
            Filter.MINE, "t.assignee = any(:names::text[]) and t.ended_at is null",
            Filter.SHARED, """
                    t.ended_at is null and t.directorate <> :directorate
                    and t.id in (select p.ticket_id from attribution p
                                 where p.directorate = :directorate and p.role <> 'lead')""",
            Filter.ENDED, "t.directorate = :directorate and t.ended_at is not null");

    private static final String ORDER = " order by t.rank desc, t.last_contact_at desc, t.id desc limit :limit";

    /** What is drawn of the rows chosen: only here are other tables joined, once a row of the page. */
    private static final String DRAW = """
            select t.*, concat_ws(' ', c.first_name, c.last_name) as citizen,
                   array(select distinct o.channel from ticket_contact tc join contact o on o.id = tc.contact_id
                         where tc.ticket_id = t.id order by 1) as channels,
                   n.kind, n.due_on, n.article, n.reason, coalesce(a.display_name, t.assignee) as assignee_name
            from (%s) t
            left join citizen c on c.id = t.citizen_id
            left join account a on a.login = t.assignee
            left join lateral (select * from deadline d where d.ticket_id = t.id and t.ended_at is null
                               order by d.due_on, d.kind limit 1) n on true
            order by t.rank desc, t.last_contact_at desc, t.id desc
            """;

    private static final String SEARCH = """
            t.number = any(:numbers::text[])
            or to_tsvector('french', t.subject) @@ websearch_to_tsquery('french', :words)
            or t.citizen_id in (
                select id from citizen
                where to_tsvector('simple', coalesce(last_name, '') || ' ' || coalesce(first_name, ''))
                      @@ websearch_to_tsquery('simple', :words))
            """;

    private static final String OF_PERSON =
            "t.citizen_id in (select c.id from citizen c where c.id = :person or c.person = :person)";

    private final JdbcClient jdbc;

    JdbcLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> page(Ask ask, Sight sight) {
        Map<String, Object> parameters = parameters(ask, sight);
        String start = ask.after()
                .map(after -> {
                    parameters.put("rank", after.rank());
                    parameters.put("at", Timestamp.from(after.lastContactAt()));
                    parameters.put("id", after.id());
                    return " and (t.rank, t.last_contact_at, t.id) < (:rank::smallint, :at, :id)";
                })
                .orElse("");
        return jdbc.sql(DRAW.formatted(seen(wanted(ask.filter(), ask) + start, Sight.CONTENT) + ORDER))
                .params(parameters)
                .param("limit", ask.limit())
                .query((row, n) -> LineRow.line(row))
                .list();
    }

    @Override
    public Map<Filter, Integer> counts(Ask ask, Sight sight) {
        Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            if (filter != Filter.ENDED) {
                counts.put(filter, count(wanted(filter, ask), parameters(ask, sight)));
            }
        }
        return counts;
    }

    @Override
    public List<Line> search(String words, int limit, Sight sight) {
        Map<String, Object> parameters = new HashMap<>(sight.parameters());
        parameters.put("words", words);
        parameters.put(
                "numbers",
                TicketNumber.in(words).stream().map(TicketNumber::value).toArray(String[]::new));
        String level = " and (t.level = 2 or t.number = any(:numbers::text[]))";
        return jdbc.sql(DRAW.formatted(
                        "select * from (" + seen(SEARCH, Sight.METADATA) + ") t where true" + level + ORDER))
                .params(parameters)
                .param("limit", limit)
                .query((row, n) -> LineRow.line(row))
                .list();
    }

    @Override
    public List<Line> ofPerson(UUID person, int limit, Sight sight) {
        return jdbc.sql(DRAW.formatted(seen(OF_PERSON, Sight.METADATA) + ORDER))
                .params(sight.parameters())
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> LineRow.line(row))
                .list();
    }

    private int count(String wanted, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from (select 1 from ticket t where (" + wanted + ") and " + Sight.LEVEL
                        + " >= 2 limit " + (MOST + 1) + ") as few")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** One directorate is asked for by equality: only so does its index give the rows in order. */
    private static String wanted(Filter filter, Ask ask) {
        String where = java.util.Objects.requireNonNull(WHERE.get(filter));
        return ask.directorates().size() == 1
                ? where
                : where.replace("= :directorate", "= any(:directorates::text[])")
                        .replace("<> :directorate", "<> all(:directorates::text[])");
    }

    /** The rows of {@code ticket} that meet a condition and that the viewer sees at least so well. */
    private static String seen(String condition, int least) {
        return "select t.*, " + Sight.LEVEL + " as level from ticket t where (" + condition + ") and " + Sight.LEVEL
                + " >= " + least;
    }

    private static Map<String, Object> parameters(Ask ask, Sight sight) {
        Map<String, Object> parameters = new HashMap<>(sight.parameters());
        parameters.put("directorate", ask.directorates().stream().findFirst().orElse(""));
        parameters.put("directorates", ask.directorates().toArray(String[]::new));
        parameters.put("names", ask.names().toArray(String[]::new));
        parameters.put("today", ask.today());
        parameters.put("triage", Matter.TRIAGE);
        return parameters;
    }
}
