package fr.aubette.store.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.identify.Questions;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Person;
import fr.aubette.model.TicketChanged;
import fr.aubette.model.TicketId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcQuestions implements Questions {

    private static final String LOCK = """
            select c.id,
                   case when exists (select 1 from identity_question q where q.contact_id = c.id and q.beneficiary)
                        then c.beneficiary_id else c.citizen_id end as citizen_id,
                   array(select q.citizen_id from identity_question q where q.contact_id = c.id order by q.rank) as candidates
            from contact c
            where c.id = :contact and exists (select 1 from identity_question q where q.contact_id = c.id)
            for update of c
            """;

    /** A ticket that the contact joined keeps whose it is. */
    private static final String OWN = """
            with said as (update contact set citizen_id = :citizen where id = :contact)
            update ticket t set citizen_id = :citizen, version = version + 1
            where t.citizen_id is null
              and t.id in (select tc.ticket_id from ticket_contact tc where tc.contact_id = :contact)
            """;

    private static final String ANSWERED = """
            insert into identity_answer (contact_id, candidates, citizen_id, opened_id, merge_id, answered_by, answered_at)
            values (:contact, :candidates, :citizen, :opened, :merge, :by, :at)
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations writes;
    private final CitizenWrites citizens;
    private final ObjectMapper json;
    private final ApplicationEventPublisher changes;

    JdbcQuestions(
            JdbcClient jdbc,
            JdbcOperations writes,
            CitizenWrites citizens,
            ObjectMapper json,
            ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.citizens = citizens;
        this.json = json;
        this.changes = changes;
    }

    @Override
    public Optional<Question> lock(UUID contact) {
        return jdbc.sql(LOCK)
                .param("contact", contact)
                .query((row, n) -> question(row))
                .optional();
    }

    private static Question question(ResultSet row) throws SQLException {
        Array candidates = row.getArray("candidates");
        return new Question(
                row.getObject("id", UUID.class),
                Arrays.stream((UUID[]) candidates.getArray())
                        .map(CitizenId::new)
                        .toList(),
                Optional.ofNullable(row.getObject("citizen_id", UUID.class)).map(CitizenId::new));
    }

    @Override
    public CitizenId open(UUID contact, boolean confidential, Instant at) {
        CitizenId citizen = jdbc.sql(
                        "select channel, coalesce(detail -> 'requester', '{}')::text from contact where id = ?")
                .param(contact)
                .query((row, n) -> citizens.open(
                        Gathered.in(writes),
                        person(row.getString(2)),
                        ChannelKind.ofCode(row.getString(1)) == ChannelKind.LETTER,
                        at))
                .single();
        Gathered.in(writes).send();
        if (confidential) {
            jdbc.sql("update citizen set confidential = true where id = ?")
                    .param(citizen.value())
                    .update();
        }
        jdbc.sql(OWN)
                .param("citizen", citizen.value())
                .param("contact", contact)
                .update();
        return citizen;
    }

    @Override
    public void answered(Answer answer) {
        UUID contact = answer.question().contact();
        jdbc.sql(ANSWERED)
                .param("contact", contact)
                .param(
                        "candidates",
                        answer.question().candidates().stream()
                                .map(CitizenId::value)
                                .toArray(UUID[]::new))
                .param("citizen", answer.who().map(CitizenId::value).orElse(null), java.sql.Types.OTHER)
                .param("opened", answer.own().value())
                .param("merge", answer.merge().orElse(null), java.sql.Types.OTHER)
                .param("by", answer.by())
                .param("at", Timestamp.from(answer.at()))
                .update();
        jdbc.sql("delete from identity_question where contact_id = ?")
                .param(contact)
                .update();
        jdbc.sql("select ticket_id from ticket_contact where contact_id = ?")
                .param(contact)
                .query(UUID.class)
                .list()
                .forEach(ticket -> changes.publishEvent(new TicketChanged(new TicketId(ticket))));
    }

    @Override
    public void without(UUID contact, CitizenId candidate) {
        jdbc.sql("delete from identity_question where contact_id = ? and citizen_id = ?")
                .params(List.of(contact, candidate.value()))
                .update();
    }

    private Person person(String requester) {
        try {
            return json.readValue(requester, Person.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a requester that this program wrote cannot be read", e);
        }
    }
}
