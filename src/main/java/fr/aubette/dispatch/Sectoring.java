package fr.aubette.dispatch;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import fr.aubette.model.Sector;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says which service and site answer a motive at a place: at its arrival, and when an agent says what it is about. */
@Component
public class Sectoring {

    /** Where a directorate's own people look for whose it is. */
    static final String TO_SORT = "À sectoriser";

    private final Catalogue catalogue;
    private final Sectors sectors;

    public Sectoring(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.sectors = new Sectors(catalogue.sectors());
    }

    /**
     * Who answers.
     *
     * @param service empty when the motive has none
     * @param site empty when its motive is not answered by sectors
     * @param sector why; empty when none fits
     */
    public record Placed(Optional<String> service, Optional<String> site, Optional<Sector> sector) {}

    /**
     * The service and site of a matter.
     *
     * @param words of the matter
     * @param home address of the person whom it is for; blank when it is not known
     */
    public Placed place(Motive motive, String words, String home) {
        Optional<Sector> sector = sectors.of(motive, words, home);
        return new Placed(service(motive, sector), site(motive, sector), sector);
    }

    /** A service behind a wall stays the motive's own, wherever the citizen lives. */
    private Optional<String> service(Motive motive, Optional<Sector> sector) {
        Directorate directorate = catalogue.directorates().get(motive.directorate());
        boolean walled = directorate != null && directorate.walled().contains(motive.service());
        return sector.map(Sector::service)
                .filter(service -> !walled && !service.isBlank())
                .or(() -> Optional.of(motive.service()))
                .filter(service -> !service.isBlank());
    }

    private Optional<String> site(Motive motive, Optional<Sector> sector) {
        return sector.map(Sector::site).or(() -> sectors.divide(motive) ? Optional.of(TO_SORT) : Optional.empty());
    }
}
