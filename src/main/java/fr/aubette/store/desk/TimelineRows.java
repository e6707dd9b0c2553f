package fr.aubette.store.desk;

import fr.aubette.access.CitizenSight;
import fr.aubette.access.Sight;
import fr.aubette.desk.TicketFile.Done;
import fr.aubette.desk.TicketFile.Said;
import fr.aubette.desk.TicketFile.Why;
import fr.aubette.model.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said and done in a ticket. */
@Repository
class TimelineRows {

    private static final String WHO =
            "cross join lateral (select coalesce(z.person, z.id) as person) p cross join " + CitizenSight.MET;

    private static final String MAY = "(" + CitizenSight.KNOWS + ") and not " + CitizenSight.BY_OTHERS_NUMBER;

    /** Candidates whom the viewer may not know of are not named. */
    private static final String SAID = """
            select c.id, c.intake_id, c.channel, c.received_at, c.certainty, c.detail::text as detail,
                   tc.subject, tc.body,
                   not exists (
                       select 1 from ticket_contact other join ticket t on t.id = other.ticket_id
                       where other.contact_id = c.id and %1$s < 2) as whole,
                   case when c.certainty = 'AMBIGUOUS' and exists (
                       select 1 from identity_question q where q.contact_id = c.id) then array(
                       select concat_ws(' ', z.first_name, z.last_name, to_char(z.birth_date, '(DD/MM/YYYY)'))
                       from identity_question q join citizen z on z.id = q.citizen_id %2$s
                       where q.contact_id = c.id and %3$s order by q.rank)
                   when c.certainty = 'AMBIGUOUS' and not exists (
                       select 1 from identity_answer n where n.contact_id = c.id) then array(
                       select distinct concat_ws(' ', z.first_name, z.last_name, to_char(z.birth_date, '(DD/MM/YYYY)'))
                       from identity_key k join citizen z on z.id = k.citizen_id %2$s
                       where k.kind in ('phone', 'mail') and %3$s
                         and (c.detail #> '{requester,phones}' ? k.value or c.detail #> '{requester,mails}' ? k.value)
                       limit 10) else '{}' end as candidates
            from ticket_contact tc join contact c on c.id = tc.contact_id
            where tc.ticket_id = :ticket order by c.received_at, c.id
            """.replace("?", "??").formatted(Sight.LEVEL, WHO, MAY);

    private static final String DONE = """
            select e.kind, e.at, coalesce(a.display_name, e.actor) as actor, e.detail::text as detail
            from ticket_event e left join account a on a.login = e.actor
            where e.ticket_id = :ticket and (e.kept_for is null or e.kept_for = any(:restricted)) order by e.seq
            """;

    /** Both ways; a ticket that the viewer does not see is not named. */
    private static final String LINKED = """
            select case when l.ticket_id = :ticket then l.why else l.why || '-back' end as why, l.at, t.number
            from ticket_link l
            join ticket t on t.id = case when l.ticket_id = :ticket then l.other_id else l.ticket_id end
            where (l.ticket_id = :ticket or l.other_id = :ticket) and %s > 0
            order by l.at, t.number
            """.formatted(Sight.LEVEL);

    /** Who has said whose a contact is; whom few may know of is not named. */
    private static final String IDENTIFIED = """
            select case when n.citizen_id is null then 'identified-nobody' else 'identified' end as kind, n.answered_at as at,
                   coalesce(a.display_name, n.answered_by) as actor,
                   case when :fewOnly or not z.confidential then concat_ws(' ', z.first_name, z.last_name) end as name
            from ticket_contact tc join identity_answer n on n.contact_id = tc.contact_id
            left join citizen z on z.id = n.citizen_id
            left join account a on a.login = n.answered_by
            where tc.ticket_id = :ticket order by n.answered_at
            """;

    private static final String WHY = """
            select stage, round, result, evidence::text as evidence from decision
            where intake_id = :intake and (kept_for is null or kept_for = any(:restricted))
            order by round, array_position(array['identify', 'classify', 'thread', 'dispatch'], stage), stage
            """;

    private final JdbcClient jdbc;
    private final ContactJson json;

    TimelineRows(JdbcClient jdbc, ContactJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Said> said(TicketId ticket, Sight sight) {
        return jdbc.sql(SAID)
                .params(sight.parameters())
                .param("fewOnly", sight.confidential())
                .param("ticket", ticket.value())
                .query((row, n) -> {
                    boolean whole = row.getBoolean("whole");
                    List<Why> decisions = whole ? why(row.getObject("intake_id", UUID.class), sight) : List.of();
                    return json.said(row, whole, decisions);
                })
                .list();
    }

    List<Done> done(TicketId ticket, Sight sight) {
        return Stream.of(past(ticket, sight), linked(ticket, sight), identified(ticket, sight))
                .flatMap(List::stream)
                .toList();
    }

    private List<Done> linked(TicketId ticket, Sight sight) {
        return jdbc.sql(LINKED)
                .params(sight.parameters())
                .param("ticket", ticket.value())
                .query((row, n) -> new Done(
                        "linked-" + row.getString("why").replace('_', '-'),
                        row.getTimestamp("at").toInstant(),
                        "aubette",
                        Map.of("to", row.getString("number"))))
                .list();
    }

    private List<Done> identified(TicketId ticket, Sight sight) {
        return jdbc.sql(IDENTIFIED)
                .param("ticket", ticket.value())
                .param("fewOnly", sight.confidential())
                .query((row, n) -> new Done(
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        Map.of("text", Objects.toString(row.getString("name"), ""))))
                .list();
    }

    private List<Done> past(TicketId ticket, Sight sight) {
        return jdbc.sql(DONE)
                .param("restricted", restricted(sight))
                .param("ticket", ticket.value())
                .query((row, n) -> new Done(
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        detail(row.getString("detail"))))
                .list();
    }

    private Map<String, String> detail(String text) {
        return json.texts(text);
    }

    private static String[] restricted(Sight sight) {
        return sight.protectedIn().toArray(String[]::new);
    }

    private List<Why> why(UUID intake, Sight sight) {
        return jdbc.sql(WHY)
                .param("restricted", restricted(sight))
                .param("intake", intake)
                .query((row, n) -> new Why(
                        row.getString("stage"),
                        row.getInt("round"),
                        row.getString("result"),
                        json.evidence(row.getString("evidence"))))
                .list();
    }
}
