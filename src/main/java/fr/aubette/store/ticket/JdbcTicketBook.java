package fr.aubette.store.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Assignment;
import fr.aubette.model.CaseFile;
import fr.aubette.model.ChannelKind;
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
import fr.aubette.ticket.Decisions;
import fr.aubette.ticket.RulesVersion;
import fr.aubette.ticket.TicketBook;
import fr.aubette.ticket.TicketEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
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
    private final JdbcOperations writes;
    private final ObjectMapper json;
    private final Bell bell;
    private final CitizenWrites citizens;
    private final ApplicationEventPublisher changes;
    private final RulesVersion rules;

    JdbcTicketBook(
            JdbcClient jdbc,
            JdbcOperations writes,
            ObjectMapper json,
            Bell bell,
            ApplicationEventPublisher changes,
            CitizenWrites citizens,
            RulesVersion rules) {
        this.rules = rules;
        this.citizens = citizens;
        this.changes = changes;
        this.jdbc = jdbc;
        this.writes = writes;
        this.json = json;
        this.bell = bell;
    }

    @Override
    public CitizenId openCitizen(Person person, Dispatched dispatched, Instant at) {
        boolean paper = dispatched.contact().channel().kind() == ChannelKind.LETTER;
        return citizens.open(gathered(), person, paper, at);
    }

    @Override
    public void learnKeys(CitizenId citizen, Dispatched dispatched, Instant at) {
        citizens.learn(gathered(), citizen, dispatched.contact(), at);
    }

    @Override
    public UUID keepContact(Dispatched dispatched, Optional<CitizenId> citizen, Optional<CitizenId> beneficiary) {
        UUID id = UUID.randomUUID();
        Contact contact = dispatched.contact();
        gathered()
                .add(
                        """
                        insert into contact (id, intake_id, channel, received_at, citizen_id, certainty, subject, detail,
                                             beneficiary_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        """,
                        id,
                        intake(dispatched).value(),
                        contact.channel().kind().code(),
                        Timestamp.from(contact.receivedAt()),
                        citizen.map(CitizenId::value).orElse(null),
                        dispatched
                                .threaded()
                                .classified()
                                .identity()
                                .certainty()
                                .name(),
                        contact.subject(),
                        write(contact),
                        beneficiary.map(CitizenId::value).orElse(null));
        citizens.ask(gathered(), id, dispatched.threaded().classified().identified());
        return id;
    }

    @Override
    public TicketLine open(
            Assignment assignment, Optional<CitizenId> citizen, UUID contact, Dispatched dispatched, Instant at) {
        Matter matter = assignment.threading().matter();
        TicketId id = new TicketId(UUID.randomUUID());
        String number = nextNumber(at);
        gathered()
                .add(
                        """
                        insert into ticket (id, number, citizen_id, motive, directorate, service, site, subject,
                                            priority, status, opened_at, last_contact_at,
                                            routed_to, routed_as, routed_by, routed_with)
                        values (?, ?, ?, ?, ?, ?, ?, ?,
                                ?, 'open', ?, ?, ?, ?, ?, ?)
                        """,
                        id.value(),
                        number,
                        citizen.map(CitizenId::value).orElse(null),
                        matter.motive(),
                        assignment.lead(),
                        assignment.service().orElse(null),
                        assignment.site().orElse(null),
                        matter.subject(),
                        assignment.priority().name().toLowerCase(Locale.ROOT),
                        Timestamp.from(at),
                        Timestamp.from(dispatched.contact().receivedAt()),
                        assignment.lead(),
                        matter.motive(),
                        matter.evidence().stream()
                                .findFirst()
                                .map(Evidence::rule)
                                .orElse(""),
                        rules.current());
        gathered().opened(id.value());
        addAttributions(id, assignment);
        addDeadlines(id, assignment);
        link(id, contact, matter, dispatched.contact());
        boolean protectedLane = assignment.priority() == Assignment.Priority.PROTECTED;
        return new TicketLine(id, number, matter.motive(), assignment.lead(), protectedLane, false);
    }

    @Override
    public TicketLine join(TicketId ticket, Assignment assignment, UUID contact, Dispatched dispatched, Instant at) {
        gathered().send();
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
        changes.publishEvent(new TicketChanged(ticket));
        if (gathered().firstEventOf(ticket.value())) {
            gathered().add("""
                    insert into ticket_event (ticket_id, seq, id, at, actor, kind, detail)
                    values (?, 1, ?, ?, ?, ?, ?::jsonb)
                    """, ticket.value(), id, Timestamp.from(at), actor, kind, detailJson);
            return new TicketEvent(id, ticket, 1, kind, at);
        }
        gathered().send();
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
        return new TicketEvent(id, ticket, sequence, kind, at);
    }

    @Override
    public void tellDirectorate(String directorate, boolean restricted, String ticketNumber, String body) {
        String queue = restricted ? "aubette.protected." : "aubette.directorate.";
        tell("queue", queue + directorate, ticketNumber, "application/json", body);
    }

    @Override
    public void publish(String ticketNumber, String cloudEvent) {
        tell("topic", "aubette.events", ticketNumber, "application/cloudevents+json", cloudEvent);
    }

    private void tell(String kind, String destination, String group, String contentType, String body) {
        gathered().add("""
                        insert into outbox (kind, destination, group_key, content_type, body)
                        values (?, ?, ?, ?, ?)
                        """, kind, destination, group, contentType, body);
    }

    @Override
    public void explain(IntakeId intake, List<Decisions> decisions, Instant at) {
        gathered()
                .add(
                        """
                        insert into decision (intake_id, round, stage, at, result, evidence)
                        select ?::uuid, 1, stage, ?::timestamptz, result, evidence::jsonb
                        from unnest(?::text[], ?::text[], ?::text[]) as decided (stage, result, evidence)
                        """,
                        intake.value(),
                        Timestamp.from(at),
                        texts(decisions, Decisions::stage),
                        texts(decisions, Decisions::result),
                        texts(decisions, each -> write(each.evidence())));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    @Override
    public void end(IntakeId intake, String channel, Outcome outcome, Optional<String> reason, Instant at) {
        gathered().add("""
                        with ended as (
                            update intake set outcome = ?, reason = ?, ended_at = ?
                            where id = ? and coalesce(outcome, '') = '' returning channel
                        )
                        insert into tally_delta (channel, what, n) select channel, ?::text, 1 from ended
                        """, outcome.code(), reason.orElse(null), Timestamp.from(at), intake.value(), outcome.code());
        gathered().send();
        ringAfterCommit();
    }

    private Gathered gathered() {
        return Gathered.in(writes);
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
                .forEach(part -> gathered()
                        .add(
                                """
                        insert into attribution (ticket_id, directorate, role, due_on)
                        values (?, ?, ?, ?)
                        on conflict do nothing
                        """,
                                ticket.value(),
                                part.directorate(),
                                part.role().name().toLowerCase(Locale.ROOT),
                                part.dueOn().orElse(null)));
    }

    private void addDeadlines(TicketId ticket, Assignment assignment) {
        assignment.deadlines().forEach(each -> gathered().add(DeadlineRows.INSERT, DeadlineRows.values(ticket, each)));
    }

    private void link(TicketId ticket, UUID contactId, Matter matter, Contact contact) {
        gathered().add("""
                        insert into ticket_contact (ticket_id, contact_id, subject, body)
                        values (?, ?, ?, ?)
                        """, ticket.value(), contactId, matter.subject(), matter.text());
        remember(
                "insert into ticket_case_file (case_file, ticket_id) values (?, ?) on conflict do nothing",
                contact.caseFiles().stream().map(CaseFile::folded).toList(),
                ticket);
        if (contact.channel() instanceof Mail mail) {
            remember(
                    "insert into ticket_message (message_id, ticket_id) values (?, ?) on conflict do nothing",
                    mail.messageId().stream().toList(),
                    ticket);
        }
    }

    private void remember(String insert, List<String> values, TicketId ticket) {
        values.forEach(value -> gathered().add(insert, value, ticket.value()));
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
