package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.TicketFile;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.desk.TicketFiles;
import fr.aubette.model.Attribution;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTicketFiles implements TicketFiles {

    private static final String HEADER = """
            select t.*, concat_ws(' ', c.first_name, c.last_name) as citizen, a.display_name as assignee_name
            from (select t.*, %s as level from ticket t where t.number = :number) t
            left join citizen c on c.id = t.citizen_id
            left join account a on a.login = t.assignee
            where t.level > 0
            """.formatted(Sight.LEVEL);

    /** The bytes hold every matter of a contact: whoever opens them must see all of its tickets. */
    private static final String ORIGINAL = """
            select i.sha256, i.channel, i.media_type, i.size, exists (
                       select 1 from batch_letter l join batch_letter o on o.batch_id = l.batch_id and o.number <> l.number
                       where l.intake_id = i.id) as shared
            from ticket t join ticket_contact tc on tc.ticket_id = t.id join contact c on c.id = tc.contact_id
            join intake i on i.id = c.intake_id
            where t.number = :number and c.id = :contact and %1$s >= 2
              and not exists (
                  select 1 from ticket_contact other join ticket t on t.id = other.ticket_id
                  where other.contact_id = c.id and %1$s < 2)
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;
    private final TimelineRows timeline;

    JdbcTicketFiles(JdbcClient jdbc, TimelineRows timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    @Override
    public Optional<Header> header(String number, Sight sight) {
        return jdbc.sql(HEADER)
                .params(sight.parameters())
                .param("number", number)
                .query((row, n) -> header(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<TicketFile> file(String number, Sight sight) {
        return header(number, sight).map(header -> header.whole() ? whole(header, sight) : outline(header));
    }

    @Override
    public Optional<Original> original(String number, UUID contact, Sight sight) {
        return jdbc.sql(ORIGINAL)
                .params(sight.parameters())
                .param("number", number)
                .param("contact", contact)
                .query((row, n) -> new Original(
                        row.getString("sha256"),
                        row.getString("channel"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getBoolean("shared")))
                .optional();
    }

    private TicketFile whole(Header header, Sight sight) {
        return new TicketFile(
                header,
                deadlines(header.id()),
                parts(header.id()),
                timeline.said(header.id(), sight),
                timeline.done(header.id(), sight));
    }

    private static TicketFile outline(Header header) {
        return new TicketFile(header, List.of(), List.of(), List.of(), List.of());
    }

    private List<Deadline> deadlines(TicketId ticket) {
        return jdbc.sql(
                        "select kind, due_on, article, reason from deadline where ticket_id = :id order by due_on, kind")
                .param("id", ticket.value())
                .query((row, n) -> new Deadline(
                        row.getString("kind"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("article"),
                        row.getString("reason")))
                .list();
    }

    private List<Attribution> parts(TicketId ticket) {
        return jdbc.sql("""
                        select directorate, role, due_on from attribution where ticket_id = :id
                        order by role = 'lead' desc, role, due_on, directorate
                        """)
                .param("id", ticket.value())
                .query((row, n) -> new Attribution(
                        row.getString("directorate"),
                        Attribution.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))))
                .list();
    }

    private static Header header(ResultSet row) throws SQLException {
        boolean whole = row.getInt("level") >= Sight.CONTENT;
        return new Header(
                new TicketId(row.getObject("id", UUID.class)),
                row.getString("number"),
                whole,
                whole ? row.getString("subject") : "",
                whole ? row.getString("motive") : "",
                row.getString("directorate"),
                Optional.ofNullable(row.getString("service")).filter(service -> whole),
                Optional.ofNullable(row.getString("site")).filter(site -> whole),
                row.getString("priority"),
                row.getString("status"),
                whole ? row.getString("citizen") : "",
                Optional.ofNullable(row.getString("assignee")),
                Optional.ofNullable(row.getString("assignee_name")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_contact_at").toInstant(),
                row.getLong("version"));
    }
}
