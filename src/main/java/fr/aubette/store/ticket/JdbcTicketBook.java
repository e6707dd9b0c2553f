package fr.aubette.store.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.identify.IdentityKey;
import fr.aubette.model.Assignment;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Outcome;
import fr.aubette.model.Person;
import fr.aubette.model.TicketChanged;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import fr.aubette.outbox.Bell;
import fr.aubette.thread.CaseFiles;
import fr.aubette.ticket.TicketBook;
import fr.aubette.ticket.TicketEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcTicketBook implements TicketBook {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Bell bell;
    private final ApplicationEventPublisher changes;

    JdbcTicketBook(JdbcClient jdbc, ObjectMapper json, Bell bell, ApplicationEventPublisher changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
    }

    @Override
    public CitizenId openCitizen(Person person, Dispatched dispatched, Instant at) {
        CitizenId citizen = new CitizenId(UUID.randomUUID());
        jdbc.sql("""
                        insert into citizen (id, last_name, first_name, birth_date, opened_at)
                        values (:id, :lastName, :firstName, :birthDate, :at)
                        """)
                .param("id", citizen.value())
                .param("lastName", person.lastName().or(person::name).orElse(null))
                .param("firstName", person.firstName().orElse(null))
                .param("birthDate", person.birthDate().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        learnKeys(citizen, dispatched, at);
        return citizen;
    }

    @Override
    public void learnKeys(CitizenId citizen, Dispatched dispatched, Instant at) {
        List<IdentityKey> keys = IdentityKey.of(dispatched.contact());
        jdbc.sql("""
                        insert into identity_key (kind, value, citizen_id, seen_at)
                        select kind, value, :citizen, :at
                        from unnest(:kinds::text[], :values::text[]) as keys (kind, value)
                        on conflict do nothing
                        """)
                .param("citizen", citizen.value())
                .param("at", Timestamp.from(at))
                .param("kinds", keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
                .param("values", keys.stream().map(IdentityKey::value).toArray(String[]::new))
                .update();
    }

    @Override
    public UUID keepContact(Dispatched dispatched, Optional<CitizenId> citizen) {
        UUID id = UUID.randomUUID();
        Contact contact = dispatched.contact();
        jdbc.sql("""
                        insert into contact (id, intake_id, channel, received_at, citizen_id, certainty, subject, detail)
                        values (:id, :intake, :channel, :receivedAt, :citizen, :certainty, :subject, :detail::jsonb)
                        """)
                .param("id", id)
                .param("intake", intake(dispatched).value())
                .param("channel", contact.channel().kind().code())
                .param("receivedAt", Timestamp.from(contact.receivedAt()))
                .param("citizen", citizen.map(CitizenId::value).orElse(null))
                .param(
                        "certainty",
                        dispatched
                                .threaded()
                                .classified()
                                .identity()
                                .certainty()
                                .name())
                .param("subject", contact.subject())
                .param("detail", write(contact))
                .update();
        return id;
    }

    @Override
    public TicketLine open(
            Assignment assignment, Optional<CitizenId> citizen, UUID contact, Dispatched dispatched, Instant at) {
        Matter matter = assignment.threading().matter();
        TicketId id = new TicketId(UUID.randomUUID());
        String number = nextNumber(at);
        jdbc.sql("""
                        insert into ticket (id, number, citizen_id, motive, directorate, service, site, subject,
                                            priority, status, opened_at, last_contact_at)
                        values (:id, :number, :citizen, :motive, :directorate, :service, :site, :subject,
                                :priority, 'open', :at, :lastContactAt)
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("citizen", citizen.map(CitizenId::value).orElse(null))
                .param("motive", matter.motive())
                .param("directorate", assignment.lead())
                .param("service", assignment.service().orElse(null))
                .param("site", assignment.site().orElse(null))
                .param("subject", matter.subject())
                .param("priority", assignment.priority().name().toLowerCase(Locale.ROOT))
                .param("at", Timestamp.from(at))
                .param("lastContactAt", Timestamp.from(dispatched.contact().receivedAt()))
                .update();
        addAttributions(id, assignment);
        addDeadlines(id, assignment);
        link(id, contact, matter, dispatched.contact());
        boolean protectedLane = assignment.priority() == Assignment.Priority.PROTECTED;
        return new TicketLine(id, number, matter.motive(), assignment.lead(), protectedLane, false);
    }

    @Override
    public TicketLine join(TicketId ticket, Assignment assignment, UUID contact, Dispatched dispatched, Instant at) {
        boolean ended = jdbc.sql("select ended_at is not null from ticket where id = :id for update")
                .param("id", ticket.value())
                .query(Boolean.class)
                .single();
        TicketLine line = jdbc.sql("""
                        update ticket set last_contact_at = greatest(last_contact_at, :receivedAt),
                               status = case when ended_at is null then status else 'open' end,
                               assignee = case when ended_at is null then assignee end,
                               ended_at = null, version = version + 1
                        where id = :id
                        returning number, motive, directorate, priority
                        """)
                .param("id", ticket.value())
                .param("receivedAt", Timestamp.from(dispatched.contact().receivedAt()))
                .query((row, n) -> new TicketLine(
                        ticket,
                        row.getString("number"),
                        row.getString("motive"),
                        row.getString("directorate"),
                        row.getString("priority").equals("protected"),
                        ended))
                .single();
        link(ticket, contact, assignment.threading().matter(), dispatched.contact());
        return line;
    }

    @Override
    public TicketEvent addEvent(TicketId ticket, String kind, String actor, Instant at, String detailJson) {
        UUID id = UUID.randomUUID();
        long sequence = jdbc.sql("""
                        insert into ticket_event (ticket_id, seq, id, at, actor, kind, detail)
                        select :ticket, coalesce(max(seq), 0) + 1, :id, :at, :actor, :kind, :detail::jsonb
                        from ticket_event where ticket_id = :ticket
                        returning seq
                        """)
                .param("ticket", ticket.value())
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("kind", kind)
                .param("detail", detailJson)
                .query(Long.class)
                .single();
        changes.publishEvent(new TicketChanged(ticket));
        return new TicketEvent(id, ticket, sequence, kind, at);
    }

    @Override
    public void tellDirectorate(String directorate, String ticketNumber, String body) {
        tell("queue", "aubette.directorate." + directorate, ticketNumber, "application/json", body);
    }

    @Override
    public void publish(String ticketNumber, String cloudEvent) {
        tell("topic", "aubette.events", ticketNumber, "application/cloudevents+json", cloudEvent);
    }

    private void tell(String kind, String destination, String group, String contentType, String body) {
        jdbc.sql("""
                        insert into outbox (kind, destination, group_key, content_type, body)
                        values (:kind, :destination, :group, :contentType, :body)
                        """)
                .param("kind", kind)
                .param("destination", destination)
                .param("group", group)
                .param("contentType", contentType)
                .param("body", body)
                .update();
    }

    @Override
    public void explain(IntakeId intake, int round, String stage, String result, List<Evidence> evidence, Instant at) {
        jdbc.sql("""
                        insert into decision (intake_id, round, stage, at, result, evidence)
                        values (:intake, :round, :stage, :at, :result, :evidence::jsonb)
                        """)
                .param("intake", intake.value())
                .param("round", round)
                .param("stage", stage)
                .param("at", Timestamp.from(at))
                .param("result", result)
                .param("evidence", write(evidence))
                .update();
    }

    @Override
    public void end(IntakeId intake, String channel, Outcome outcome, Optional<String> reason, Instant at) {
        jdbc.sql("""
                        with ended as (
                            update intake set outcome = :outcome, reason = :reason, ended_at = :at
                            where id = :id and outcome is null returning channel
                        )
                        insert into tally_delta (channel, what, n) select channel, :outcome, 1 from ended
                        """)
                .param("id", intake.value())
                .param("outcome", outcome.code())
                .param("reason", reason.orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        ringAfterCommit();
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private String nextNumber(Instant at) {
        long next =
                jdbc.sql("select nextval('ticket_number')").query(Long.class).single();
        return TicketNumber.of(at.atZone(ZoneOffset.UTC).getYear(), next).value();
    }

    private void addAttributions(TicketId ticket, Assignment assignment) {
        assignment
                .attributions()
                .forEach(part -> jdbc.sql("""
                        insert into attribution (ticket_id, directorate, role, due_on)
                        values (:ticket, :directorate, :role, :dueOn)
                        on conflict do nothing
                        """)
                        .param("ticket", ticket.value())
                        .param("directorate", part.directorate())
                        .param("role", part.role().name().toLowerCase(Locale.ROOT))
                        .param("dueOn", part.dueOn().orElse(null))
                        .update());
    }

    private void addDeadlines(TicketId ticket, Assignment assignment) {
        assignment
                .deadlines()
                .forEach(each -> jdbc.sql("""
                        insert into deadline (ticket_id, kind, due_on, article, reason)
                        values (:ticket, :kind, :dueOn, :article, :reason)
                        """)
                        .param("ticket", ticket.value())
                        .param("kind", each.kind())
                        .param("dueOn", each.dueOn())
                        .param("article", each.article())
                        .param("reason", each.reason())
                        .update());
    }

    private void link(TicketId ticket, UUID contactId, Matter matter, Contact contact) {
        jdbc.sql("""
                        insert into ticket_contact (ticket_id, contact_id, subject, body)
                        values (:ticket, :contact, :subject, :body)
                        """)
                .param("ticket", ticket.value())
                .param("contact", contactId)
                .param("subject", matter.subject())
                .param("body", matter.text())
                .update();
        remember(
                "insert into ticket_case_file (case_file, ticket_id) values (:value, :ticket) on conflict do nothing",
                contact.caseFiles().stream().map(CaseFiles::folded).toList(),
                ticket);
        if (contact.channel() instanceof Mail mail) {
            remember(
                    "insert into ticket_message (message_id, ticket_id) values (:value, :ticket) on conflict do nothing",
                    mail.messageId().stream().toList(),
                    ticket);
        }
    }

    private void remember(String insert, List<String> values, TicketId ticket) {
        values.forEach(value -> jdbc.sql(insert)
                .param("value", value)
                .param("ticket", ticket.value())
                .update());
    }

    private static IntakeId intake(Dispatched dispatched) {
        return dispatched.threaded().classified().identified().normalised().intake();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our records are always JSON", e);
        }
    }
}
