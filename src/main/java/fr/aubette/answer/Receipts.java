package fr.aubette.answer;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Mail;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.TicketBook.TicketLine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says to who wrote by mail or form that the request is registered, and its number (CRPA R112-11-2): once a ticket, to
 * the address that was used, in the transaction that registers it.
 */
@Component
class Receipts implements Aftermath {

    private final AnswerBook book;
    private final FactsBook facts;
    private final Templates templates;
    private final Places places;
    private final AnswerSettings settings;
    private final Clock clock;

    Receipts(
            AnswerBook book,
            FactsBook facts,
            Templates templates,
            Places places,
            AnswerSettings settings,
            Clock clock) {
        this.book = book;
        this.facts = facts;
        this.templates = templates;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        Contact contact = dispatched.contact();
        Optional<String> mailbox = settings.mailboxFor(
                dispatched.threaded().classified().identified().normalised().channelSource());
        if (mailbox.isEmpty() || !isElectronicRequest(contact)) {
            return;
        }
        contact.requester().mails().stream()
                .filter(Addresses::isPlain)
                .findFirst()
                .ifPresent(address -> tickets.forEach(each -> owe(each, address, mailbox.get())));
    }

    private static boolean isElectronicRequest(Contact contact) {
        if (contact.channel() instanceof Mail mail) {
            return mail.nature() == Mail.Nature.REQUEST || mail.nature() == Mail.Nature.REPLY;
        }
        return contact.channel().kind() == ChannelKind.FORM;
    }

    private void owe(TicketLine ticket, String address, String mailbox) {
        Template.Use use = ticket.protectedLane() ? Template.Use.PROTECTED_RECEIPT : Template.Use.RECEIPT;
        templates.of(use).ifPresent(template -> book.insertReceipt(receipt(ticket, template, address, mailbox)));
    }

    private Answer receipt(TicketLine ticket, Template template, String address, String mailbox) {
        TicketFacts about = facts.of(ticket.id());
        Instant now = clock.instant();
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                ticket.id(),
                Answer.Kind.RECEIPT,
                Answer.Medium.MAIL,
                Answer.State.READY,
                0,
                Actor.PROGRAM.login(),
                Actor.PROGRAM.name(),
                mailbox,
                address,
                template.subject(),
                template.text(),
                template.code(),
                Map.of(),
                Optional.of(filled(template.subject(), template, about)),
                Optional.of(filled(template.text(), template, about)),
                List.of(),
                Optional.of(now),
                0,
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }

    /** A place without a value stays: the gate names it, and the contact is registered all the same. */
    private String filled(String text, Template template, TicketFacts about) {
        try {
            return places.fill(text, about, AgentCard.of(""), template.variables(), Map.of());
        } catch (CannotLeave e) {
            return text;
        }
    }
}
