package fr.aubette.partner;

import fr.aubette.model.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: transfers' rows, inside the transaction that its caller opened. */
public interface TransferBook {

    void insert(Transfer transfer, String actor);

    /** Those of a ticket, oldest first. */
    List<Transfer> of(TicketId ticket);

    void received(Transfer transfer, LocalDate on);

    Optional<Transfer> find(UUID transfer);

    /** Those that wait to be put into a folder, oldest first; needs no transaction. */
    List<Transfer> toHand(int most);

    void handed(Transfer transfer, Instant at);

    /** Puts a request onto a partner's queue. */
    void tellPartner(Transfer transfer, String json);

    void end(Transfer transfer, Transfer.State state, String remark);
}
