package fr.aubette.normalise.letter;

import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Port: letters that became contacts, and their reading copies. */
public interface CopyBook {

    /** The letter of a contact; empty when that came otherwise. */
    Optional<Taken> find(UUID contact);

    /** Its copy, once it was made. */
    Optional<Content> copy(IntakeId letter);

    /** Keeps a copy that was made; the first one stays. */
    Content keep(IntakeId letter, Content copy, int pages) throws IOException;

    /** A letter as it was taken in. */
    record Taken(IntakeId id, RawItem item) {}
}
