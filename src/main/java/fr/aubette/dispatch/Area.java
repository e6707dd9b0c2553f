package fr.aubette.dispatch;

import fr.aubette.model.Sector;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sector with its names as {@link PlaceWords}: a département has thousands, and each matter is held against them.
 *
 * @param communes as it may be written in an address, and as the citizens' file keeps it; empty for the whole
 *     département
 * @param streets likewise; empty for the whole commune
 */
record Area(Sector sector, String college, String road, List<String> communes, List<String> streets) {

    /** A road with the kilometre that follows it, if any, on the same line. */
    private static final Pattern ROAD =
            Pattern.compile("\\b(?:rd|d) ?(\\d{1,4}[a-z]?)\\b(?:.{0,40}?\\bpk ?(\\d{1,3})(?: (\\d{1,3})\\b)?)?");

    private static final Pattern ROAD_LETTERS = Pattern.compile("^r?d ?");
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,4})\\b");
    private static final double METRES = 1000;

    static Area of(Sector sector) {
        return new Area(
                sector,
                PlaceWords.of(sector.college()),
                ROAD_LETTERS.matcher(PlaceWords.of(sector.road())).replaceFirst(""),
                forms(sector.commune()),
                forms(sector.street()));
    }

    private static List<String> forms(String name) {
        return Stream.of(PlaceWords.of(name), PlaceWords.joined(name))
                .filter(form -> !form.isEmpty())
                .toList();
    }

    boolean isOfRoad() {
        return !road.isEmpty();
    }

    /**
     * Whether the matter lies here.
     *
     * @param said words of the matter
     * @param where words of the address, and of the matter where roads are divided
     */
    boolean holds(String said, String where) {
        if (!college.isEmpty()) {
            return contains(said, college);
        }
        if (isOfRoad()) {
            return isOnRoad(said);
        }
        return communes.stream().anyMatch(commune -> contains(where, commune))
                && (streets.isEmpty() || streets.stream().anyMatch(street -> isInStreet(street, where)));
    }

    private boolean isOnRoad(String said) {
        Matcher roads = ROAD.matcher(said);
        while (roads.find()) {
            if (roads.group(1).equals(road) && reaches(kilometre(roads))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Double> kilometre(Matcher road) {
        if (road.group(2) == null) {
            return Optional.empty();
        }
        double metres = road.group(3) == null ? 0 : Double.parseDouble(road.group(3)) / METRES;
        return Optional.of(Double.parseDouble(road.group(2)) + metres);
    }

    private boolean isInStreet(String street, String where) {
        int at = (" " + where + " ").indexOf(" " + street + " ");
        if (at < 0) {
            return false;
        }
        Matcher numbers = NUMBER.matcher(where.substring(0, Math.min(at, where.length())));
        Optional<Double> number = Optional.empty();
        while (numbers.find()) {
            number = Optional.of(Double.parseDouble(numbers.group(1)));
        }
        return reaches(number);
    }

    /** Without a number only a sector of the whole street or road fits. */
    private boolean reaches(Optional<Double> number) {
        return number.map(each -> each >= sector.from() && each <= sector.to())
                .orElse(sector.from() == 0 && sector.to() == Double.MAX_VALUE);
    }

    private static boolean contains(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }
}
