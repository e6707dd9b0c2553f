package fr.aubette.store.thread;

import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.thread.OpenMatters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcOpenMatters implements OpenMatters {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(name, 0))
            from (select distinct name from unnest(:names::text[]) as name order by name) as sorted
            """;

    /**
     * The citizen's row is locked before the tickets are read: two contacts of one citizen decide one after the other.
     */
    private static final String LOCK_CITIZEN = "select 1 from citizen where id = :citizen for update";

    private static final String FIND = """
            with pointed as (
                select 'NUMBER' as clue, number as clue_by, id from ticket where number = any(:numbers::text[])
                union
                select 'MESSAGE', message_id, ticket_id from ticket_message where message_id = any(:messages::text[])
                union
                select 'CASE_FILE', case_file, ticket_id from ticket_case_file where case_file = any(:caseFiles::text[])
                union
                (select 'CITIZEN', '', id from ticket where citizen_id in (
                     select :citizen::uuid union
                     select other.id from citizen c join citizen other on other.person = c.person where c.id = :citizen)
                 order by last_contact_at desc limit 50)
                union
                (select 'CITIZEN', '', tc.ticket_id
                 from contact c join ticket_contact tc on tc.contact_id = c.id
                 where c.citizen_id = :citizen and c.beneficiary_id is not null and not exists (
                     select 1 from contact o where o.citizen_id = :citizen and o.beneficiary_id <> c.beneficiary_id)
                 order by c.received_at desc limit 50)
                union
                select 'SENDER', '', tc.ticket_id
                from (select id from contact
                      where channel = 'mail' and detail #>> '{requester,mails,0}' = :sender
                      order by received_at desc limit 20) as written
                join ticket_contact tc on tc.contact_id = written.id
            )
            select p.clue, p.clue_by, t.id, t.number, t.motive, t.directorate,
                   t.priority = 'protected' as protected_lane, t.last_contact_at, t.ended_at, t.citizen_id,
                   concat_ws(' ', z.last_name, z.first_name) as citizen_name,
                   not exists (
                       select 1 from ticket_contact tc join contact c on c.id = tc.contact_id
                       where tc.ticket_id = t.id and c.channel <> 'phone') as phone_only,
                   exists (
                       select 1 from ticket_contact tc join contact c on c.id = tc.contact_id
                       where tc.ticket_id = t.id
                         and (c.detail #> '{requester,mails}' @> to_jsonb(:sender::text)
                              or c.detail #> '{channel,recipients}' @> to_jsonb(:sender::text)))
                   or exists (
                       select 1 from answer a
                       where a.ticket_id = t.id and lower(a.recipient) = :sender and a.sent_at is not null)
                   as sender_known
            from pointed p join ticket t using (id) left join citizen z on z.id = t.citizen_id
            order by t.last_contact_at desc, t.id, p.clue, p.clue_by
            """;

    private final JdbcClient jdbc;

    JdbcOpenMatters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Candidate> find(Clues clues) {
        if (nothingIn(clues)) {
            return List.of();
        }
        lock(clues);
        return jdbc.sql(FIND)
                .param(
                        "numbers",
                        clues.numbers().stream().map(TicketNumber::value).toArray(String[]::new))
                .param("messages", messages(clues).toArray(String[]::new))
                .param("caseFiles", clues.caseFiles().toArray(String[]::new))
                .param("citizen", clues.citizen().map(CitizenId::value).orElse(null), java.sql.Types.OTHER)
                .param("sender", clues.sender().orElse(null), java.sql.Types.VARCHAR)
                .query((row, n) -> candidate(row))
                .list();
    }

    private static boolean nothingIn(Clues clues) {
        return clues.numbers().isEmpty()
                && messages(clues).isEmpty()
                && clues.sender().isEmpty()
                && clues.caseFiles().isEmpty()
                && clues.citizen().isEmpty();
    }

    private static List<String> messages(Clues clues) {
        return Stream.concat(clues.messageIds().stream(), clues.ownMessageId().stream())
                .toList();
    }

    private void lock(Clues clues) {
        String[] names = Stream.concat(
                        messages(clues).stream().map(id -> "message " + id),
                        clues.caseFiles().stream().map(id -> "case-file " + id))
                .toArray(String[]::new);
        if (names.length > 0) {
            jdbc.sql(LOCK).param("names", names).query((row, n) -> 1).list();
        }
        if (clues.citizen().isPresent()) {
            jdbc.sql(LOCK_CITIZEN)
                    .param("citizen", clues.citizen().get().value())
                    .query((row, n) -> 1)
                    .list();
        }
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        @Nullable Timestamp endedAt = row.getTimestamp("ended_at");
        return new Candidate(
                Clue.valueOf(row.getString("clue")),
                row.getString("clue_by"),
                new TicketId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("motive"),
                row.getString("directorate"),
                row.getBoolean("protected_lane"),
                row.getBoolean("phone_only"),
                row.getTimestamp("last_contact_at").toInstant(),
                Optional.ofNullable(endedAt).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("citizen_id", UUID.class)).map(CitizenId::new),
                row.getString("citizen_name"),
                row.getBoolean("sender_known"));
    }
}
