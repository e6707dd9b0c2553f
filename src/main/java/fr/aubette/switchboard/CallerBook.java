package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port: who is known by a number, and what one agent may see of them. */
public interface CallerBook {

    /** More than this share no number: it is a service's, and tells nobody. */
    int MOST = 20;

    /**
     * Everybody kept under a number, the surest first; nobody when more than {@link #MOST} share it.
     *
     * @param number in E.164 form
     */
    List<Holder> holders(String number);

    /**
     * Those of these people of whom somebody may know, in the given order. A person whose only matters are hidden from
     * her is left out as if never met.
     */
    List<UUID> known(List<Holder> holders, Sight sight);

    /** Open matters of these people of which she sees at least that they exist, the latest contact first. */
    List<Matter> open(List<Holder> holders, int limit, Sight sight);

    /** Last contacts about matters of which she sees at least that they exist, the latest first. */
    List<Last> last(List<Holder> holders, int limit, Sight sight);

    /** Open tickets of these people that few may know of, in an order of their own. */
    List<TicketId> hidden(UUID[] citizens, List<String> hiddenMotives);

    /**
     * An open ticket.
     *
     * @param citizen whose, as in {@link Holder#members}
     * @param whole whether she sees its content; else subject and motive are empty
     */
    record Matter(
            UUID citizen,
            String number,
            boolean whole,
            String subject,
            String motive,
            String directorate,
            String status,
            Instant lastContactAt) {}

    /**
     * A contact.
     *
     * @param channel code of its channel
     * @param subject empty when she does not see the content
     */
    record Last(UUID citizen, String ticket, String channel, Instant at, String subject) {}
}
