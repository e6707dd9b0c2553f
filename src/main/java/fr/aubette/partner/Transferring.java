package fr.aubette.partner;

import fr.aubette.answer.Actor;
import fr.aubette.answer.Addresses;
import fr.aubette.answer.PassingOn;
import fr.aubette.deadline.Deadlines;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Partner;
import fr.aubette.model.TicketId;
import fr.aubette.model.Turn;
import fr.aubette.partner.NotTransferred.Why;
import fr.aubette.partner.Transfer.State;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.Clocks;
import fr.aubette.ticket.History;
import fr.aubette.ticket.Stale;
import fr.aubette.ticket.TicketRows;
import fr.aubette.ticket.TicketRows.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes a request on to the institution that it belongs to (CRPA L114-2; CASF L122-4 for another département), tells
 * the citizen, and follows what becomes of it. The clocks follow: L114-3. What comes back a second time is no longer
 * passed on by the program's hand: a person decides.
 */
@Component
@Transactional
public class Transferring {

    private static final int MOST_RETURNS = 2;
    private static final int MAX_TEXT = 2_000;

    private final TransferBook book;
    private final TicketRows rows;
    private final PassingOn mails;
    private final PartnerParcels parcels;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final History history;
    private final Catalogue catalogue;

    Transferring(
            TransferBook book,
            TicketRows rows,
            PassingOn mails,
            PartnerParcels parcels,
            Clocks clocks,
            Deadlines deadlines,
            History history,
            Catalogue catalogue) {
        this.book = book;
        this.rows = rows;
        this.mails = mails;
        this.parcels = parcels;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.history = history;
        this.catalogue = catalogue;
    }

    @Transactional(readOnly = true)
    public List<Transfer> of(TicketId ticket) {
        return book.of(ticket);
    }

    /**
     * Passes it on.
     *
     * @param code of the partner
     * @param given address; blank for the partner's own
     * @throws NotTransferred if it cannot be done so
     */
    public void transfer(Act act, Actor actor, String code, String given) {
        Row row = seen(act);
        List<Transfer> before = book.of(row.id());
        Partner partner =
                Optional.ofNullable(catalogue.partners().get(code)).orElseThrow(() -> new NotTransferred(Why.UNKNOWN));
        Partner.Way way = given.isBlank() ? partner.way() : Partner.Way.MAIL;
        String address = given.isBlank() ? address(partner) : given.strip();
        allowed(row, before, way, address);
        LocalDate today = clocks.today();
        Partner.Answers answers = partner.answers();
        LocalDate answerBy = deadlines.after(today, answers.amount(), answers.unit());
        Transfer transfer = new Transfer(
                UUID.randomUUID(),
                row.id(),
                code,
                address,
                way,
                today,
                answerBy,
                State.SENT,
                Optional.empty(),
                way != Partner.Way.FILE,
                "");
        book.insert(transfer, actor.login());
        switch (way) {
            case MAIL -> mails.toPartner(row.id(), address, actor);
            case QUEUE -> book.tellPartner(transfer, parcels.message(transfer));
            case FILE -> {
                // PartnerFolders puts it there once this is committed
            }
        }
        mails.toCitizen(row.id(), partner, actor);
        turn(row, Turn.transferred(today, answerBy, answers.article()));
        tell(row, "transferred", actor, Map.of("partner", code, "text", partner.label()));
    }

    private static String address(Partner partner) {
        return switch (partner.way()) {
            case MAIL -> partner.mail();
            case QUEUE -> "aubette.partner." + partner.code();
            case FILE -> partner.folder();
        };
    }

    private void allowed(Row row, List<Transfer> before, Partner.Way way, String address) {
        if (row.protectedLane()) {
            throw new NotTransferred(Why.PROTECTED);
        }
        if (row.status().ended()
                || before.stream().anyMatch(each -> each.state().underWay())) {
            throw new NotTransferred(Why.STATE);
        }
        if (reached(before) >= MOST_RETURNS) {
            throw new NotTransferred(Why.TWICE);
        }
        if (way != Partner.Way.MAIL) {
            return;
        }
        if (!Addresses.isPlain(address)) {
            throw new NotTransferred(Why.UNKNOWN);
        }
        if (!mails.canLeave(row.id())) {
            throw new NotTransferred(Why.NO_MAILBOX);
        }
    }

    /** How many of them an institution had. */
    private static long reached(List<Transfer> transfers) {
        return transfers.stream()
                .filter(each -> each.state() != State.UNDELIVERED)
                .count();
    }

    /**
     * What the partner's own software says.
     *
     * @param type {@code received}, {@code accepted} or {@code returned}
     * @param on day of its reception; today when it does not say
     */
    public void reported(UUID id, String partner, String type, @Nullable LocalDate on, String reason) {
        Transfer transfer = book.find(id)
                .filter(each -> each.partner().equals(partner))
                .orElseThrow(() -> new NotTransferred(Why.UNKNOWN));
        Row row = rows.lock(transfer.ticket()).orElseThrow(() -> new NotTransferred(Why.UNKNOWN));
        Act act = new Act(row.id(), row.version(), partner);
        Actor actor = new Actor(partner, partner, List.of(partner));
        switch (type) {
            case "received" -> received(act, actor, on == null ? clocks.today() : on);
            case "accepted" -> accepted(act, actor);
            case "returned" -> returned(act, actor, reason);
            default -> throw new NotTransferred(Why.TEXT);
        }
    }

    /** The partner has it since that day: an acceptance runs from there (CRPA L114-3). */
    public void received(Act act, Actor actor, LocalDate day) {
        Row row = seen(act);
        Transfer current = current(row);
        if (day.isAfter(clocks.today()) || day.isBefore(current.sentOn())) {
            throw new NotTransferred(Why.TEXT);
        }
        book.received(current, day);
        turn(row, Turn.on(Turn.Kind.PARTNER_RECEIVED, day));
        tell(row, "transfer-received", actor, Map.of("day", day.toString()));
    }

    /** The partner says that it is its own. */
    public void accepted(Act act, Actor actor) {
        Row row = seen(act);
        book.end(current(row), State.ACCEPTED, "");
        turn(row, Turn.on(Turn.Kind.PARTNER_ACCEPTED, clocks.today()));
        tell(row, "transfer-accepted", actor, Map.of());
    }

    /** The partner gives it back: our clocks are ours again. */
    public void returned(Act act, Actor actor, String remark) {
        Row row = seen(act);
        String why = remark.replace("\0", "").strip();
        if (why.isEmpty() || why.length() > MAX_TEXT) {
            throw new NotTransferred(Why.TEXT);
        }
        book.end(current(row), State.RETURNED, why);
        turn(row, Turn.on(Turn.Kind.RETURNED, clocks.today()));
        boolean again = reached(book.of(row.id())) >= MOST_RETURNS;
        tell(row, again ? "transfer-returned-twice" : "transfer-returned", actor, Map.of("text", why));
    }

    private Transfer current(Row row) {
        return book.of(row.id()).stream()
                .filter(each -> each.state() == State.SENT)
                .findFirst()
                .orElseThrow(() -> new NotTransferred(Why.STATE));
    }

    private Row seen(Act act) {
        Row row = rows.lock(act.ticket()).orElseThrow(() -> new NotTransferred(Why.UNKNOWN));
        if (row.version() != act.version()) {
            throw new Stale(row.number());
        }
        return row;
    }

    private void turn(Row row, Turn turn) {
        clocks.turn(row.id(), row.motive(), turn);
    }

    private void tell(Row row, String event, Actor actor, Map<String, String> detail) {
        rows.save(row, clocks.now());
        history.tell(row, event, actor.login(), detail);
    }
}
