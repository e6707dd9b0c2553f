package fr.aubette.partner;

import fr.aubette.model.TicketId;
import java.time.LocalDate;
import java.util.List;

/** Port: transfers' rows, inside the transaction that its caller opened. */
public interface TransferBook {

    void insert(Transfer transfer, String actor);

    /** Those of a ticket, oldest first. */
    List<Transfer> of(TicketId ticket);

    void received(Transfer transfer, LocalDate on);

    void end(Transfer transfer, Transfer.State state, String remark);
}
