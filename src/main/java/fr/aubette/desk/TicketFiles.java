package fr.aubette.desk;

import fr.aubette.access.Sight;
import java.util.Optional;
import java.util.UUID;

/** Port: a ticket, as one viewer sees it. */
public interface TicketFiles {

    /** The ticket with this number; empty also when the viewer may not know that it exists. */
    Optional<TicketFile.Header> header(String number, Sight sight);

    /** The same with all that was said and done, when she sees its content. */
    Optional<TicketFile> file(String number, Sight sight);

    /** The raw bytes of a contact of this ticket; empty unless the viewer sees every matter in them. */
    Optional<Original> original(String number, UUID contact, Sight sight);

    /**
     * What a source handed over.
     *
     * @param sha256 in the content store
     * @param mediaType as the source claimed
     * @param shared whether the same file holds other people's letters too: it is given to nobody
     */
    record Original(String sha256, String channel, String mediaType, long size, boolean shared) {}
}
