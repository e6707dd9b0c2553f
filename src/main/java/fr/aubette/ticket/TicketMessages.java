package fr.aubette.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Assignment;
import fr.aubette.model.Contact;
import fr.aubette.model.Deadline;
import fr.aubette.model.Matter;
import fr.aubette.model.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is told of a ticket: to its directorate all that it needs to answer, to everybody else its number and state
 * only. The shapes are {@code docs/schemas/directorate-message.json} and {@code docs/schemas/ticket-event.json}.
 */
@Component
class TicketMessages {

    /** Attribute {@code source} of our events, after the CloudEvents specification 1.0. */
    static final String SOURCE = "/aubette";

    private final ObjectMapper json;

    TicketMessages(ObjectMapper json) {
        this.json = json;
    }

    /** For the directorate's queue: this ticket's own part of the contact, never that of another matter. */
    String forDirectorate(TicketBook.TicketLine ticket, Assignment assignment, Contact contact, UUID contactId) {
        Matter matter = assignment.threading().matter();
        ObjectNode message = json.createObjectNode();
        message.put("type", assignment.threading().joins().isPresent() ? "contact-joined" : "ticket-opened");
        message.put("ticket", ticket.number());
        message.put("directorate", ticket.directorate());
        message.put("motive", ticket.motive());
        assignment.service().ifPresent(service -> message.put("service", service));
        message.put("priority", assignment.priority().name().toLowerCase(java.util.Locale.ROOT));
        message.put("subject", matter.subject());
        message.put("text", matter.text());
        message.put("channel", contact.channel().kind().code());
        message.put("contact", contactId.toString());
        message.put("receivedAt", contact.receivedAt().toString());
        message.set("requester", person(contact.requester()));
        contact.beneficiary().ifPresent(person -> message.set("beneficiary", person(person)));
        contact.caseFiles().forEach(message.withArray("caseFiles")::add);
        assignment.deadlines().forEach(each -> message.withArray("deadlines").add(deadline(each)));
        return write(message);
    }

    /** For the queue of a directorate that an agent gives a ticket to: what was said so far, and by when it is owed. */
    String handOver(
            TicketRows.Row ticket, String type, String reason, List<TicketRows.Said> said, List<Deadline> deadlines) {
        ObjectNode message = json.createObjectNode();
        message.put("type", type);
        message.put("ticket", ticket.number());
        message.put("directorate", ticket.directorate());
        message.put("motive", ticket.motive());
        ticket.service().ifPresent(service -> message.put("service", service));
        message.put("priority", ticket.priority().name().toLowerCase(java.util.Locale.ROOT));
        message.put("subject", ticket.subject());
        message.put("reason", reason);
        said.forEach(each -> message.withArray("contacts").add(part(each)));
        deadlines.forEach(each -> message.withArray("deadlines").add(deadline(each)));
        return write(message);
    }

    /** For the queue of the lead: a date of its ticket is near or has passed. */
    String reminder(TicketRows.Row ticket, String type, Deadline deadline) {
        ObjectNode message = json.createObjectNode()
                .put("type", type)
                .put("ticket", ticket.number())
                .put("directorate", ticket.directorate());
        message.set("deadline", deadline(deadline).put("reason", deadline.reason()));
        return write(message);
    }

    /** To a directorate whose report was not followed: what it sent stays as it was. */
    String updateRefused(String ticket, String reason) {
        return write(json.createObjectNode()
                .put("type", "update-refused")
                .put("ticket", ticket)
                .put("reason", reason));
    }

    private ObjectNode part(TicketRows.Said said) {
        ObjectNode part = json.createObjectNode()
                .put("contact", said.contact())
                .put("channel", said.channel().code())
                .put("receivedAt", said.receivedAt().toString())
                .put("text", said.text());
        part.set("requester", read(said.requesterJson()));
        return part;
    }

    /** The same for what an agent did: no channel carried it. */
    String event(TicketBook.TicketLine ticket, TicketEvent event) {
        return write(envelope(ticket, event));
    }

    /** A CloudEvent in JSON: no word of what was said, nor of who said it. */
    String event(TicketBook.TicketLine ticket, TicketEvent event, String channel) {
        ObjectNode envelope = envelope(ticket, event);
        envelope.withObject("/data").put("channel", channel);
        return write(envelope);
    }

    private ObjectNode envelope(TicketBook.TicketLine ticket, TicketEvent event) {
        ObjectNode envelope = json.createObjectNode();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id().toString());
        envelope.put("source", SOURCE);
        envelope.put("type", "fr.aubette.ticket." + event.kind());
        envelope.put("subject", ticket.number());
        envelope.put("time", event.at().toString());
        envelope.put("sequence", "%019d".formatted(event.sequence()));
        envelope.put("datacontenttype", "application/json");
        ObjectNode data = envelope.putObject("data");
        data.put("ticket", ticket.number());
        data.put("directorate", ticket.directorate());
        data.put("motive", ticket.motive());
        return envelope;
    }

    /** The detail of a history line about what an agent did. */
    String detail(Map<String, ?> values) {
        return write(json.valueToTree(values));
    }

    /** The detail of a history line about a contact. */
    String contactDetail(UUID contact, String channel) {
        return write(json.createObjectNode().put("contact", contact.toString()).put("channel", channel));
    }

    private ObjectNode person(Person person) {
        ObjectNode node = json.createObjectNode();
        person.name().ifPresent(name -> node.put("name", name));
        person.lastName().ifPresent(name -> node.put("lastName", name));
        person.firstName().ifPresent(name -> node.put("firstName", name));
        person.birthDate().ifPresent(date -> node.put("birthDate", date.toString()));
        person.phones().forEach(node.withArray("phones")::add);
        person.mails().forEach(node.withArray("mails")::add);
        person.address().ifPresent(address -> node.put("address", address));
        return node;
    }

    private ObjectNode deadline(Deadline deadline) {
        return json.createObjectNode()
                .put("kind", deadline.kind())
                .put("dueOn", deadline.dueOn().toString())
                .put("article", deadline.article());
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON is not read as JSON", e);
        }
    }

    private String write(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
