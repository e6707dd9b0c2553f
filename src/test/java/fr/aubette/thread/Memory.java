package fr.aubette.thread;

import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Mail;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What a hub remembers, in lists: tickets and the mails in them. */
final class Memory implements OpenMatters, Correspondence {

    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Kept> mails = new ArrayList<>();
    boolean toldOfTheFlood;

    /** A ticket; its fields may change. */
    static final class Ticket {
        final TicketId id = new TicketId(UUID.randomUUID());
        final String number;
        String motive = "APA";
        boolean protectedLane;
        Optional<Instant> endedAt = Optional.empty();
        Optional<CitizenId> citizen = Optional.empty();
        String citizenName = "";
        Instant lastContactAt = Instant.EPOCH;

        private Ticket(int sequence) {
            number = TicketNumber.of(2026, sequence).value();
        }
    }

    /** A mail received before; without a ticket it was suppressed. */
    private record Kept(Optional<Ticket> ticket, String source, Contact contact) {

        Optional<String> messageId() {
            return ((Mail) contact.channel()).messageId();
        }

        String sender() {
            return Sender.of(contact).orElse("");
        }

        Earlier earlier() {
            return new Earlier(
                    ticket.orElseThrow().id, source, sender(), contact.subject(), contact.text(), contact.receivedAt());
        }
    }

    Ticket ticket() {
        Ticket ticket = new Ticket(tickets.size() + 1);
        tickets.add(ticket);
        return ticket;
    }

    /** From now on the mail is in the ticket. */
    void keep(Ticket ticket, String source, Contact mail) {
        mails.add(new Kept(Optional.of(ticket), source, mail));
        if (mail.receivedAt().isAfter(ticket.lastContactAt)) {
            ticket.lastContactAt = mail.receivedAt();
        }
    }

    /** The mail came, and opened nothing. */
    void suppressed(Contact mail) {
        mails.add(new Kept(Optional.empty(), "contact", mail));
    }

    @Override
    public List<Candidate> find(Clues clues) {
        List<Candidate> found = new ArrayList<>();
        for (Ticket each : tickets) {
            clues.numbers().stream()
                    .filter(number -> number.value().equals(each.number))
                    .forEach(number -> found.add(candidate(Clue.NUMBER, number.value(), each, clues)));
            Stream.concat(clues.messageIds().stream(), clues.ownMessageId().stream())
                    .filter(id -> in(each).anyMatch(mail -> mail.messageId().equals(Optional.of(id))))
                    .forEach(id -> found.add(candidate(Clue.MESSAGE, id, each, clues)));
            if (clues.citizen().isPresent() && clues.citizen().equals(each.citizen)) {
                found.add(candidate(Clue.CITIZEN, "", each, clues));
            }
            if (in(each).anyMatch(mail -> clues.sender().equals(Optional.of(mail.sender())))) {
                found.add(candidate(Clue.SENDER, "", each, clues));
            }
        }
        return found;
    }

    private Stream<Kept> in(Ticket ticket) {
        return mails.stream().filter(each -> each.ticket().equals(Optional.of(ticket)));
    }

    private Candidate candidate(Clue clue, String by, Ticket ticket, Clues clues) {
        boolean known = in(ticket)
                .anyMatch(mail -> clues.sender().equals(Optional.of(mail.sender()))
                        || clues.sender()
                                .filter(((Mail) mail.contact().channel()).recipients()::contains)
                                .isPresent());
        return new Candidate(
                clue,
                by,
                ticket.id,
                ticket.number,
                ticket.motive,
                "AUTONOMIE",
                ticket.protectedLane,
                false,
                ticket.lastContactAt,
                ticket.endedAt,
                ticket.citizen,
                ticket.citizenName,
                known);
    }

    @Override
    public List<Earlier> saidIn(TicketId ticket) {
        return mails.stream()
                .filter(each ->
                        each.ticket().filter(its -> its.id.equals(ticket)).isPresent())
                .map(Kept::earlier)
                .toList();
    }

    @Override
    public List<Earlier> bearing(String messageId, IntakeId except) {
        return mails.stream()
                .filter(each -> each.ticket().isPresent() && each.messageId().equals(Optional.of(messageId)))
                .map(Kept::earlier)
                .toList();
    }

    @Override
    public List<Earlier> sameWords(Contact contact, String sender, Instant from, Instant to, IntakeId except) {
        return between(from, to)
                .filter(each -> each.ticket().isPresent() && each.messageId().isEmpty())
                .filter(each -> each.sender().equals(sender) && sameWords(contact, each))
                .map(Kept::earlier)
                .toList();
    }

    @Override
    public int countFrom(String sender, Instant from, Instant to, int limit, IntakeId except) {
        return (int) between(from, to)
                .filter(each -> each.sender().equals(sender))
                .limit(limit)
                .count();
    }

    @Override
    public int countSameWords(Contact contact, Instant from, Instant to, int limit, IntakeId except) {
        return (int) between(from, to)
                .filter(each -> sameWords(contact, each))
                .limit(limit)
                .count();
    }

    @Override
    public Optional<Told> firstTicketOf(String sender, Instant since) {
        return mails.stream()
                .filter(each -> each.sender().equals(sender))
                .flatMap(each -> each.ticket().stream())
                .findFirst()
                .map(ticket -> new Told(ticket.id, toldOfTheFlood));
    }

    private Stream<Kept> between(Instant from, Instant to) {
        return mails.stream()
                .filter(each -> !each.contact().receivedAt().isBefore(from)
                        && !each.contact().receivedAt().isAfter(to));
    }

    private static boolean sameWords(Contact contact, Kept mail) {
        return mail.contact().subject().equals(contact.subject())
                && mail.contact().text().equals(contact.text());
    }
}
