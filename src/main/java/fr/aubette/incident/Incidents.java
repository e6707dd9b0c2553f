package fr.aubette.incident;

import fr.aubette.incident.IncidentRows.Member;
import fr.aubette.incident.IncidentRows.Report;
import fr.aubette.model.Assignment;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Matter;
import fr.aubette.model.Sector;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.AfterQualifying;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.History;
import fr.aubette.ticket.NotPossible;
import fr.aubette.ticket.NotPossible.Why;
import fr.aubette.ticket.Stale;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketRows;
import fr.aubette.ticket.TicketRows.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links each new report to the incident that others have told of. Every report stays a ticket of its own, with its own
 * clocks and receipt; who linked it and why is in its history, and anybody may part it again.
 */
@Component
@Transactional
public class Incidents implements Aftermath, AfterQualifying {

    private static final String PROGRAM = "aubette";

    private final IncidentRows rows;
    private final TicketRows tickets;
    private final History history;
    private final IncidentSettings settings;
    private final List<String> communes;
    private final Clock clock;

    Incidents(
            IncidentRows rows,
            TicketRows tickets,
            History history,
            IncidentSettings settings,
            Catalogue catalogue,
            Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.history = history;
        this.settings = settings;
        this.communes = catalogue.sectors().stream()
                .map(Sector::commune)
                .filter(each -> !each.isBlank() && !Character.isDigit(each.charAt(0)))
                .distinct()
                .toList();
        this.clock = clock;
    }

    /**
     * Looks at what was opened; the places stay locked until the transaction ends, so that no report misses another.
     */
    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> opened) {
        List<Assignment> assignments = dispatched.assignments();
        for (int each = 0; each < assignments.size(); each++) {
            Matter matter = assignments.get(each).threading().matter();
            TicketLine ticket = opened.get(each);
            boolean watched = settings.motives().contains(matter.motive()) && !ticket.protectedLane();
            if (watched && assignments.get(each).threading().joins().isEmpty()) {
                look(ticket.id(), matter.motive(), matter.subject() + "\n" + matter.text());
            }
        }
    }

    /** What nobody could route at its arrival, and a call of which only the agent's note tells. */
    @Override
    public void qualified(Row ticket) {
        if (settings.motives().contains(ticket.motive()) && !ticket.protectedLane() && !rows.known(ticket.id())) {
            look(ticket.id(), ticket.motive(), ticket.subject() + "\n" + rows.words(ticket.id()));
        }
    }

    private void look(TicketId ticket, String motive, String words) {
        Sightings.of(words, communes, settings.things()).ifPresent(seen -> reported(ticket, motive, seen));
    }

    private void reported(TicketId ticket, String motive, Sighting seen) {
        Instant now = clock.instant();
        rows.lock(places(motive, seen));
        Optional<Found> found = rows.near(motive, seen, now.minus(settings.window())).stream()
                .flatMap(each ->
                        SameIncident.judge(seen, each.sighting()).stream().map(same -> new Found(each, same)))
                .filter(each -> each.same().confidence() >= settings.sure())
                .max(Comparator.comparingDouble(each -> each.same().confidence()));
        rows.keep(ticket, motive, seen, now);
        found.ifPresent(each -> linked(
                ticket,
                each.report().first(),
                each.same().confidence(),
                each.same().why(),
                PROGRAM));
    }

    private record Found(Report report, SameIncident same) {}

    private static List<String> places(String motive, Sighting seen) {
        List<String> places = new ArrayList<>();
        seen.road().ifPresent(road -> places.add("incident " + motive + " rd " + road));
        seen.communes().forEach(commune -> places.add("incident " + motive + " " + commune));
        places.sort(Comparator.naturalOrder());
        return places;
    }

    private void linked(TicketId ticket, TicketId first, double confidence, String why, String actor) {
        rows.link(ticket, first, confidence, why, actor, clock.instant());
        tickets.lock(ticket).ifPresent(row -> history.tell(row, "incident-linked", actor, Map.of("text", why)));
    }

    /**
     * Links a ticket by hand to the incident of another.
     *
     * @throws NotPossible if there is no such open ordinary ticket, or it is the same
     */
    public void link(Act act, String number) {
        Row row = seen(act);
        TicketId other = rows.ticket(number.strip().toUpperCase(Locale.ROOT))
                .filter(each -> !each.equals(row.id()))
                .orElseThrow(() -> new NotPossible(Why.SAME_OR_UNKNOWN));
        List<Member> theirs = rows.of(other);
        if (row.protectedLane()
                || theirs.stream().anyMatch(each -> each.ticket().equals(row.id()))) {
            throw new NotPossible(Why.SAME_OR_UNKNOWN);
        }
        rows.part(row.id(), act.actor(), clock.instant());
        Optional<Member> first = theirs.stream().filter(Member::first).findFirst();
        linked(row.id(), first.map(Member::ticket).orElse(other), 1, "", act.actor());
        tickets.save(row, clock.instant());
    }

    /**
     * Parts a ticket from its incident; it is not linked again by the program.
     *
     * @throws NotPossible if it is in none
     */
    public void part(Act act) {
        Row row = seen(act);
        if (!rows.part(row.id(), act.actor(), clock.instant())) {
            throw new NotPossible(Why.SAME_OR_UNKNOWN);
        }
        tickets.save(row, clock.instant());
        history.tell(row, "incident-parted", act.actor(), Map.of());
    }

    /** All tickets of its incident, the first report first, itself among them; empty when it is in none. */
    @Transactional(readOnly = true)
    public List<Member> of(TicketId ticket) {
        return rows.of(ticket);
    }

    private Row seen(Act act) {
        Row row = tickets.lock(act.ticket()).orElseThrow(() -> new IllegalStateException("no ticket " + act.ticket()));
        if (row.version() != act.version()) {
            throw new Stale(row.number());
        }
        return row;
    }
}
