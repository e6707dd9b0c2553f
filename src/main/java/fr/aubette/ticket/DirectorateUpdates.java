package fr.aubette.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Refused;
import fr.aubette.model.TicketNumber;
import fr.aubette.ticket.TicketRows.Row;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows what a directorate's own software reports of its tickets. A report that cannot be followed is answered on the
 * directorate's own queue, so that its software, not ours, knows what is wrong.
 */
@Component("updates")
public class DirectorateUpdates {

    /** Where a ticket goes that its directorate says is not its own. */
    private static final String TRIAGE = "TRIAGE";

    private static final Logger LOG = LoggerFactory.getLogger(DirectorateUpdates.class);

    private final TicketLife life;
    private final TicketRows rows;
    private final TicketBook book;
    private final TicketMessages messages;
    private final ObjectMapper json;
    private final TransactionTemplate transactions;

    DirectorateUpdates(
            TicketLife life,
            TicketRows rows,
            TicketBook book,
            TicketMessages messages,
            ObjectMapper json,
            PlatformTransactionManager manager) {
        this.life = life;
        this.rows = rows;
        this.book = book;
        this.messages = messages;
        this.json = json;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Does what is reported.
     *
     * @param body JSON
     * @param account code of the directorate on whose queue it came, where the broker lets nobody else send
     * @param restricted whether it came on the queue for its protected tickets, and may speak of those alone
     */
    public void apply(String body, String account, boolean restricted) {
        String ticket = "";
        try {
            TicketUpdate update = json.readValue(body, TicketUpdate.class);
            ticket = update.ticket();
            transactions.executeWithoutResult(transaction -> follow(update, account, restricted));
        } catch (JsonProcessingException e) {
            refuse(account, restricted, ticket, "the report is not the JSON of docs/schemas/directorate-update.json");
        } catch (Refused | NotPossible | Stale e) {
            refuse(account, restricted, ticket, Objects.toString(e.getMessage()));
        }
    }

    private void follow(TicketUpdate update, String account, boolean restricted) {
        Row row = rows.lock(number(update))
                .filter(found -> found.directorate().equals(account) && found.protectedLane() == restricted)
                .orElseThrow(() -> new Refused("no ticket of " + account + " has this number"));
        Act act = new Act(row.id(), row.version(), account);
        String reason = Objects.requireNonNullElse(update.reason(), "");
        switch (update.type()) {
            case "taken" -> life.take(act);
            case "closed" -> life.close(act, reason);
            case "refused" -> life.reassign(act, TRIAGE, reason);
            case "reassigned" -> life.reassign(act, Objects.requireNonNullElse(update.to(), ""), reason);
            default -> throw new Refused("type must be taken, closed, refused or reassigned");
        }
    }

    private static TicketNumber number(TicketUpdate update) {
        try {
            return new TicketNumber(update.ticket());
        } catch (IllegalArgumentException e) {
            throw new Refused("not a ticket number", e);
        }
    }

    private void refuse(String account, boolean restricted, String ticket, String reason) {
        LOG.info("A report of {} was not followed: {}", account, reason);
        transactions.executeWithoutResult(transaction ->
                book.tellDirectorate(account, restricted, ticket, messages.updateRefused(ticket, reason)));
    }
}
