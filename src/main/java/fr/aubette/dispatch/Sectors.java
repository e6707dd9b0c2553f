package fr.aubette.dispatch;

import fr.aubette.model.Motive;
import fr.aubette.model.Sector;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which service and site answer a matter: by the collège or road that it speaks of, else by the address of the person
 * it is for, never by that of who writes for somebody else.
 */
final class Sectors {

    /** A road with the kilometre that follows it, if any, on the same line. */
    private static final Pattern ROAD =
            Pattern.compile("\\b(?:rd|d) ?(\\d{1,4}[a-z]?)\\b(?:.{0,40}?\\bpk ?(\\d{1,3})(?: (\\d{1,3})\\b)?)?");

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,4})\\b");
    private static final Set<String> NO_NAME = Set.of(
            "rue", "avenue", "av", "boulevard", "bd", "place", "pl", "allee", "impasse", "chemin", "route", "square",
            "quai", "cours", "passage", "de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en");

    private static final double METRES = 1000;

    private final List<Sector> sectors;

    Sectors(List<Sector> sectors) {
        this.sectors = sectors;
    }

    /** Whether this motive is answered by sectors at all. */
    boolean divide(Motive motive) {
        return sectors.stream().anyMatch(each -> each.isFor(motive));
    }

    /**
     * The narrowest that fits; of two, the first of the file.
     *
     * @param words of the matter
     * @param home address of the person whom it is for; blank when it is not known
     */
    Optional<Sector> of(Motive motive, String words, String home) {
        List<Sector> own = sectors.stream().filter(each -> each.isFor(motive)).toList();
        boolean ofRoads = own.stream().anyMatch(each -> !each.road().isBlank());
        String said = folded(words);
        String address = folded(home);
        String where = ofRoads ? address + " " + said : address;
        return own.stream()
                .filter(each -> fits(each, said, where))
                .max(Comparator.comparingInt(Sector::narrowness)
                        .thenComparing(Comparator.comparingInt(own::indexOf).reversed()));
    }

    private static boolean fits(Sector sector, String said, String where) {
        if (!sector.college().isBlank()) {
            return holds(said, folded(sector.college()));
        }
        if (!sector.road().isBlank()) {
            return onRoad(sector, said);
        }
        return !sector.commune().isBlank()
                && (holds(where, folded(sector.commune())) || holds(where, joined(sector.commune())))
                && (sector.street().isBlank()
                        || inStreet(sector, where, folded(sector.street()))
                        || inStreet(sector, where, joined(sector.street())));
    }

    private static boolean onRoad(Sector sector, String said) {
        String number = folded(sector.road()).replaceAll("^r?d ?", "");
        Matcher roads = ROAD.matcher(said);
        while (roads.find()) {
            if (roads.group(1).equals(number) && within(sector, kilometre(roads))) {
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

    private static boolean inStreet(Sector sector, String where, String street) {
        int at = (" " + where + " ").indexOf(" " + street + " ");
        if (at < 0) {
            return false;
        }
        Matcher numbers = NUMBER.matcher(where.substring(0, Math.min(at, where.length())));
        Optional<Double> number = Optional.empty();
        while (numbers.find()) {
            number = Optional.of(Double.parseDouble(numbers.group(1)));
        }
        return within(sector, number);
    }

    /** Without a number only a sector of the whole street or road fits. */
    private static boolean within(Sector sector, Optional<Double> number) {
        return number.map(each -> each >= sector.from() && each <= sector.to())
                .orElse(sector.from() == 0 && sector.to() == Double.MAX_VALUE);
    }

    private static boolean holds(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }

    /** As the citizens' file keeps a street or town: one word, without its type and articles. */
    private static String joined(String text) {
        return Arrays.stream(folded(text).split(" "))
                .filter(word -> !NO_NAME.contains(word))
                .map(word -> word.equals("st") ? "saint" : word.equals("ste") ? "sainte" : word)
                .collect(Collectors.joining());
    }

    /** Lower case, without accents, one space between words; "RD12" and "R.D. 12" are one road. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\br\\.\\s?d\\.", "rd ")
                .replaceAll("\\bsaint\\b", "st")
                .replaceAll("\\bsainte\\b", "ste")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
