package fr.aubette.ticket;

import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Port: the day on which a letter arrived, inside the transaction that its caller opened. */
public interface ArrivalRows {

    /**
     * Locks the letter's intake, writes the day where stages and clocks read it, and keeps who said so.
     *
     * @return the tickets that the letter opened or joined; none while it is on its way
     */
    List<TicketId> correct(IntakeId letter, LocalDate day, String who, Instant at);
}
