package fr.aubette.referent;

import fr.aubette.access.Accounts;
import fr.aubette.access.Accounts.Absence;
import fr.aubette.access.Accounts.Account;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.model.Assignment;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketLife;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lays a ticket that quotes a case file before the agent who follows the file, when she is one of ours and may read it.
 * It is still anybody's to take: while she is away it is among those of whoever replaces her.
 */
@Component
class Referents implements Aftermath {

    /** The rule of dispatch's evidence that names her. */
    private static final String REFERENT = "case-file-referent";

    /** Absences are counted in days of metropolitan France. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Accounts accounts;
    private final ReferentNames names;
    private final ReferentRows rows;
    private final TicketLife life;
    private final Catalogue catalogue;
    private final Clock clock;

    Referents(
            Accounts accounts,
            ReferentSettings settings,
            ReferentRows rows,
            TicketLife life,
            Catalogue catalogue,
            Clock clock) {
        this.accounts = accounts;
        this.names = new ReferentNames(settings.known());
        this.rows = rows;
        this.life = life;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        List<Assignment> assignments = dispatched.assignments();
        for (int each = 0; each < assignments.size(); each++) {
            TicketLine ticket = tickets.get(each);
            referent(assignments.get(each))
                    .flatMap(written -> names.find(written, accounts.all()))
                    .filter(account -> !ticket.protectedLane() && rows.mayHave(ticket.id(), sight(account)))
                    .ifPresent(account -> layBefore(account, ticket.id()));
        }
    }

    private static Optional<String> referent(Assignment assignment) {
        return assignment.evidence().stream()
                .filter(each -> each.rule().equals(REFERENT))
                .map(Evidence::detail)
                .findFirst();
    }

    /** By her own rights alone: those that she holds for others end with their absence. */
    private Sight sight(Account account) {
        return Sight.of(
                new Viewer(account.id(), account.login(), account.displayName(), account.rights(), List.of()),
                catalogue);
    }

    private void layBefore(Account account, TicketId ticket) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        String deputy = accounts.absences(today).stream()
                .filter(each -> each.login().equals(account.login()))
                .filter(each -> !each.from().isAfter(today))
                .map(Absence::deputy)
                .findFirst()
                .flatMap(accounts::find)
                .map(who -> ", absence : " + who.displayName())
                .orElse("");
        life.propose(ticket, account.login(), account.displayName() + deputy);
    }
}
