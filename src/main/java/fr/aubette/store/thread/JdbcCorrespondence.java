package fr.aubette.store.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import fr.aubette.thread.Correspondence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCorrespondence implements Correspondence {

    private static final String EARLIER = """
            select tc.ticket_id, i.source, coalesce(c.detail #>> '{requester,mails,0}', '') as sender, c.subject,
                   left(coalesce(c.detail ->> 'text', ''), 8000) as text, c.received_at
            """;

    /** What we answered is said in the ticket too: a reply bears its subject. */
    private static final String SAID_IN = EARLIER + """
            from ticket_contact tc join contact c on c.id = tc.contact_id join intake i on i.id = c.intake_id
            where tc.ticket_id = :ticket
            union all
            select ticket_id, '', '', final_subject, left(coalesce(final_body, ''), 8000), sent_at
            from answer where ticket_id = :ticket and sent_at is not null and final_subject is not null
            order by received_at desc limit 10
            """;

    private static final String BEARING = EARLIER + """
            from ticket_message m join ticket_contact tc on tc.ticket_id = m.ticket_id
            join contact c on c.id = tc.contact_id join intake i on i.id = c.intake_id
            where m.message_id = :message and c.detail #>> '{channel,messageId}' = :message and c.intake_id <> :except
            order by c.received_at limit 10
            """;

    private static final String SAME_WORDS = EARLIER + """
            from contact c join ticket_contact tc on tc.contact_id = c.id join intake i on i.id = c.intake_id
            where c.channel = 'mail' and mail_words(c.subject, c.detail ->> 'text') = mail_words(:subject, :text)
              and c.received_at between :from and :to and c.detail #>> '{requester,mails,0}' = :sender
              and c.detail #>> '{channel,messageId}' is null and c.intake_id <> :except
            order by c.received_at limit 10
            """;

    private static final String COUNT_FROM = """
            select count(*) from (
                select 1 from contact
                where channel = 'mail' and detail #>> '{requester,mails,0}' = :sender
                  and received_at between :from and :to and intake_id <> :except
                limit :limit) as counted
            """;

    private static final String COUNT_SAME_WORDS = """
            select count(*) from (
                select 1 from contact
                where channel = 'mail' and mail_words(subject, detail ->> 'text') = mail_words(:subject, :text)
                  and received_at between :from and :to and intake_id <> :except
                limit :limit) as counted
            """;

    private static final String FIRST_TICKET = """
            select tc.ticket_id, exists (
                       select 1 from ticket_event e
                       where e.ticket_id = tc.ticket_id and e.kind = 'flood' and e.at >= :since) as already
            from contact c join ticket_contact tc on tc.contact_id = c.id
            where c.channel = 'mail' and c.detail #>> '{requester,mails,0}' = :sender and c.received_at >= :since
            order by c.received_at, tc.ticket_id limit 1
            """;

    private final JdbcClient jdbc;

    JdbcCorrespondence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Earlier> saidIn(TicketId ticket) {
        return jdbc.sql(SAID_IN)
                .param("ticket", ticket.value())
                .query((row, n) -> earlier(row))
                .list();
    }

    @Override
    public List<Earlier> bearing(String messageId, IntakeId except) {
        return jdbc.sql(BEARING)
                .param("message", messageId)
                .param("except", except.value())
                .query((row, n) -> earlier(row))
                .list();
    }

    @Override
    public List<Earlier> sameWords(Contact contact, String sender, Instant from, Instant to, IntakeId except) {
        return within(jdbc.sql(SAME_WORDS), from, to, except)
                .param("subject", contact.subject())
                .param("text", contact.text())
                .param("sender", sender)
                .query((row, n) -> earlier(row))
                .list();
    }

    @Override
    public int countFrom(String sender, Instant from, Instant to, int limit, IntakeId except) {
        return within(jdbc.sql(COUNT_FROM), from, to, except)
                .param("sender", sender)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public int countSameWords(Contact contact, Instant from, Instant to, int limit, IntakeId except) {
        return within(jdbc.sql(COUNT_SAME_WORDS), from, to, except)
                .param("subject", contact.subject())
                .param("text", contact.text())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Told> firstTicketOf(String sender, Instant since) {
        return jdbc.sql(FIRST_TICKET)
                .param("sender", sender)
                .param("since", Timestamp.from(since))
                .query((row, n) ->
                        new Told(new TicketId(row.getObject("ticket_id", UUID.class)), row.getBoolean("already")))
                .optional();
    }

    private static JdbcClient.StatementSpec within(
            JdbcClient.StatementSpec statement, Instant from, Instant to, IntakeId except) {
        return statement
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("except", except.value());
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getString("source"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("text"),
                row.getTimestamp("received_at").toInstant());
    }
}
