package fr.aubette.ticket;

import fr.aubette.model.Motive;
import java.util.Optional;

/** Port: which service and site answer a motive at a place. */
@FunctionalInterface
public interface SectorRules {

    /** For what was said, and the address of the person whom it is for. */
    Placed place(Motive motive, String words, String home);

    /** Who answers; each empty when the motive has none. */
    record Placed(Optional<String> service, Optional<String> site) {}
}
