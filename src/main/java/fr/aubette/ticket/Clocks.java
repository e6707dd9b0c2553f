package fr.aubette.ticket;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Course;
import fr.aubette.model.Course.Arrival;
import fr.aubette.model.Motive;
import fr.aubette.model.TicketId;
import fr.aubette.model.Turn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps every turn that a ticket takes and counts its dates again after each, from the beginning: what was suspended,
 * passed on, answered or given another motive keeps all that it owes. Its caller holds the ticket's lock.
 */
@Component
public class Clocks {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final TicketRows rows;
    private final ClockRules rules;
    private final Catalogue catalogue;
    private final Clock clock;

    Clocks(TicketRows rows, ClockRules rules, Catalogue catalogue, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Today, as the law counts days. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    /** Keeps what happened and counts again. */
    public void turn(TicketId ticket, String motive, Turn turn) {
        rows.addTurn(ticket, turn, clock.instant());
        recount(ticket, motive);
    }

    /** Counts all dates again; a motive that the catalogue no longer has keeps those that it had. */
    public void recount(TicketId ticket, String motive) {
        Optional.ofNullable(catalogue.motives().get(motive)).ifPresent(known -> recount(ticket, known));
    }

    private void recount(TicketId ticket, Motive motive) {
        rows.replaceDeadlines(ticket, rules.of(motive, course(ticket)));
    }

    /** All that happened to a ticket's request. */
    public Course course(TicketId ticket) {
        return new Course(
                rows.said(ticket).stream()
                        .filter(TicketRows.Said::asks)
                        .map(said -> new Arrival(said.arrivedOn(), said.channel()))
                        .toList(),
                rows.turns(ticket));
    }
}
