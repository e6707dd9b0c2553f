package fr.aubette.dispatch;

import fr.aubette.model.Motive;
import fr.aubette.model.Sector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which service and site answer a matter: by the collège or road that it speaks of, else by the address of the person
 * it is for, never by that of who writes for somebody else.
 */
final class Sectors {

    /** The narrowest first; of two, the first of the file. */
    private static final Comparator<Area> NARROWEST =
            Comparator.comparingInt((Area each) -> each.sector().narrowness()).reversed();

    private final List<Sector> sectors;

    /** Areas of each motive that was met, by its code. */
    private final Map<String, List<Area>> areas = new ConcurrentHashMap<>();

    Sectors(List<Sector> sectors) {
        this.sectors = sectors;
    }

    /** Whether this motive is answered by sectors at all. */
    boolean divide(Motive motive) {
        return !areas(motive).isEmpty();
    }

    /**
     * The narrowest that fits; of two, the first of the file.
     *
     * @param words of the matter
     * @param home address of the person whom it is for; blank when it is not known
     */
    Optional<Sector> of(Motive motive, String words, String home) {
        List<Area> own = areas(motive);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String said = PlaceWords.of(words);
        String address = PlaceWords.of(home);
        String where = own.stream().anyMatch(Area::isOfRoad) ? address + " " + said : address;
        return own.stream().filter(each -> each.holds(said, where)).findFirst().map(Area::sector);
    }

    private List<Area> areas(Motive motive) {
        return areas.computeIfAbsent(
                motive.code(),
                code -> sectors.stream()
                        .filter(sector -> sector.isFor(motive))
                        .map(Area::of)
                        .sorted(NARROWEST)
                        .toList());
    }
}
