package fr.aubette.duty;

import fr.aubette.answer.PagerMail;
import fr.aubette.deadline.Deadlines;
import fr.aubette.duty.DutyBook.Waiting;
import fr.aubette.ticket.History;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pages who is on duty for a protected ticket that nobody takes, then each deputy, then all of them again. Taking the
 * ticket ends it. A step is one row and one mail, written together: a hub that is killed pages nobody twice.
 */
@Component
public class Paging {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** After so many pages for one ticket everybody knows. */
    private static final int MOST_STEPS = 30;

    /** What has waited for longer was paged to the end, or is older than the rota. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final String PROGRAM = "aubette";

    private final DutyBook book;
    private final Rotas rotas;
    private final TicketRows rows;
    private final History history;
    private final PagerMail mails;
    private final Deadlines calendar;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Paging(
            DutyBook book,
            Rotas rotas,
            TicketRows rows,
            History history,
            PagerMail mails,
            Deadlines calendar,
            Clock clock,
            PlatformTransactionManager manager) {
        this.book = book;
        this.rotas = rotas;
        this.rows = rows;
        this.history = history;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Those on duty now for a directorate's protected tickets, first to last. */
    public List<Officer> onDuty(String directorate) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), PARIS);
        return rotas.current().onDuty(directorate, now, calendar::isHoliday);
    }

    /**
     * Pages whoever is due, each in a transaction of its own.
     *
     * @param most tickets looked at
     * @return how many pages were written
     */
    public int page(int most) {
        Instant now = clock.instant();
        Rota rota = rotas.current();
        DutyBook.Due due = new DutyBook.Due(
                rota.directorates(), now.minus(rota.after()), now.minus(LONGEST), now.minus(rota.then()), MOST_STEPS);
        return (int) book.waiting(due, most).stream()
                .filter(each -> Boolean.TRUE.equals(transactions.execute(transaction -> page(each, rota))))
                .count();
    }

    /** Looks again once the ticket is locked: it may have been taken, or paged by another hub. */
    private boolean page(Waiting seen, Rota rota) {
        Optional<TicketRows.Row> row = rows.lock(seen.ticket());
        Optional<Waiting> now = book.waiting(seen.ticket()).filter(each -> each.equals(seen));
        List<Officer> chain = onDuty(seen.directorate());
        if (row.isEmpty() || now.isEmpty() || chain.isEmpty()) {
            return false;
        }
        Officer officer = chain.get(seen.step() % chain.size());
        return officer.target(rota.textMessages())
                .map(target -> {
                    page(row.get(), seen, officer, target, rota);
                    return true;
                })
                .orElse(false);
    }

    private void page(TicketRows.Row row, Waiting waiting, Officer officer, Officer.Target target, Rota rota) {
        Instant now = clock.instant();
        long minutes = Duration.between(waiting.since(), now).toMinutes();
        book.paged(
                waiting,
                waiting.step() + 1,
                officer,
                target.means(),
                mails.write(row.id(), rota.mailbox(), target.address(), subject(minutes), text(minutes, rota)),
                now);
        history.tell(row, "paged", PROGRAM, Map.of("text", officer.name() + " — " + worded(target.means())));
    }

    private static String subject(long minutes) {
        return "Astreinte : une demande attend depuis " + minutes + " minutes";
    }

    /** No name, no number, no word of what was said: somebody else may look at this screen. */
    private static String text(long minutes, Rota rota) {
        String where = rota.console().isBlank() ? "dans Aubette" : "ici : " + rota.console();
        return "Une demande du circuit protégé attend depuis " + minutes + " minutes. Prenez-la en charge " + where
                + ".\nSans prise en charge d'ici " + rota.then().toMinutes()
                + " minutes, la personne suivante est appelée.\n";
    }

    private static String worded(String means) {
        return switch (means) {
            case "pager" -> "récepteur d'appel";
            case "phone" -> "message au téléphone";
            default -> "courriel";
        };
    }
}
