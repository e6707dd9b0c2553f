package fr.aubette.switchboard;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A call from the number of a hidden file reaches the desk of that file; whoever answered learns nothing of it. */
@Component
class HiddenFiles {

    /** Who acts when nobody does. */
    private static final String PROGRAM = "aubette";

    private final CallerBook book;
    private final TicketRows tickets;
    private final History history;
    private final List<String> hiddenMotives;

    HiddenFiles(CallerBook book, TicketRows tickets, History history, Catalogue catalogue) {
        this.book = book;
        this.tickets = tickets;
        this.history = history;
        this.hiddenMotives = catalogue.motives().values().stream()
                .filter(each -> each.hidden() || each.protectedLane())
                .map(Motive::code)
                .sorted()
                .toList();
    }

    /** Notes the call in each hidden ticket that it may be about, save those that it went into anyway. */
    void tell(String number, List<TicketLine> tickets, boolean answered) {
        Set<TicketId> already = tickets.stream().map(TicketLine::id).collect(Collectors.toSet());
        UUID[] people = book.holders(number).stream()
                .flatMap(each -> each.members().stream())
                .toArray(UUID[]::new);
        if (people.length == 0) {
            return;
        }
        book.hidden(people, hiddenMotives).stream()
                .filter(each -> !already.contains(each))
                .forEach(each -> this.tickets
                        .lock(each)
                        .ifPresent(row -> history.tell(row, answered ? "called" : "called-missed", PROGRAM, Map.of())));
    }
}
