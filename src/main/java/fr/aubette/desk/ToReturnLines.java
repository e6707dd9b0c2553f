package fr.aubette.desk;

import fr.aubette.access.Sight;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Port: letters with which something lay that must go back to the citizen. */
public interface ToReturnLines {

    /**
     * Those of which nobody has said that it went back, the oldest first.
     *
     * @param mailroom whether the viewer also looks after everybody's letters, save those of the restricted way and
     *     those whose existence is hidden
     */
    List<Item> waiting(Sight sight, boolean mailroom, int most);

    /**
     * A letter.
     *
     * @param contact its identity
     * @param ticket number of the request that it belongs to
     * @param sender as the letter names itself; blank when it does not
     * @param what a cheque, an original, as it was noted or read
     */
    record Item(UUID contact, String ticket, String sender, String what, LocalDate arrivedOn) {}
}
