package fr.aubette.incident;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads in a report's words what it tells of and where. */
final class Sightings {

    /** How much of a report is read, in characters. */
    private static final int LOOKED_AT = 8_000;

    private static final double METRES = 1000;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ROAD =
            Pattern.compile("\\b(?:r\\.?\\s?d\\.?|d|departementale)\\s?(?:n\\s?[°o]?\\s?)?(\\d{1,4}[a-z]?)\\b");
    private static final Pattern KILOMETRE = Pattern.compile(
            "\\b(?:pk|pr|km|point (?:kilometrique|repere)|kilometre)\\s?(\\d{1,3})(?:\\s?\\+\\s?(\\d{3})|[.,](\\d{1,2}))?\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LANDMARK =
            Pattern.compile("\\b(?:devant|face|pres|hauteur|niveau|apres|avant|derriere|"
                    + "carrefour|croisement|giratoire|rond point|sortie|entree|lieu dit|rue|avenue|boulevard|chemin|pont|place|impasse)"
                    + "(?: (?:a|au|aux|le|la|les|l|du|de|des|d|un|une|numero|n))* ([a-z0-9]+)(?: ([a-z0-9]+))?");

    /** Words that stand there and name no place. */
    private static final Set<String> NO_PLACE = Set.of(
            "moi",
            "nous",
            "notre",
            "mon",
            "chez",
            "maison",
            "domicile",
            "route",
            "chaussee",
            "departementale",
            "commune",
            "ville",
            "village",
            "que",
            "qui",
            "mais",
            "pour",
            "dans",
            "sur",
            "est",
            "sont",
            "une",
            "les",
            "des",
            "pas",
            "plus",
            "bourg",
            "hauteur",
            "niveau",
            "pk",
            "rd");

    private Sightings() {}

    /** What the words tell; empty when it is of nothing that is watched for, or nowhere. */
    static Optional<Sighting> of(String words, Collection<String> communes, Map<String, List<String>> things) {
        String plain = plain(words.substring(0, Math.min(words.length(), LOOKED_AT)));
        String spaced = spaced(plain);
        Set<String> named = communes.stream()
                .map(each -> spaced(plain(each)).strip())
                .filter(each -> !each.isEmpty() && spaced.contains(" " + each + " "))
                .collect(Collectors.toSet());
        return thing(spaced, things)
                .map(thing -> new Sighting(
                        thing,
                        road(plain),
                        road(plain).isEmpty() ? Optional.empty() : kilometre(plain),
                        named,
                        landmarks(spaced, named)))
                .filter(Sighting::isSomewhere);
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("\\bst([e]?) ", "saint$1 ");
    }

    private static String spaced(String plain) {
        return " " + BETWEEN.matcher(plain).replaceAll(" ").strip() + " ";
    }

    /** That of which it says most; of two, the first of the settings. */
    private static Optional<String> thing(String spaced, Map<String, List<String>> things) {
        Optional<String> best = Optional.empty();
        long most = 0;
        for (Map.Entry<String, List<String>> each : things.entrySet()) {
            long found = each.getValue().stream()
                    .filter(word -> spaced.contains(needle(word)))
                    .count();
            if (found > most) {
                most = found;
                best = Optional.of(each.getKey());
            }
        }
        return best;
    }

    private static String needle(String word) {
        String plain = spaced(plain(word));
        return word.endsWith("*") ? plain.stripTrailing() : plain;
    }

    private static Optional<String> road(String plain) {
        return ROAD.matcher(plain).results().findFirst().map(found -> found.group(1));
    }

    private static Optional<Double> kilometre(String plain) {
        Matcher found = KILOMETRE.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        double whole = Double.parseDouble(found.group(1));
        if (found.group(2) != null) {
            return Optional.of(whole + Double.parseDouble(found.group(2)) / METRES);
        }
        return Optional.of(found.group(3) == null ? whole : Double.parseDouble(found.group(1) + "." + found.group(3)));
    }

    private static Set<String> landmarks(String spaced, Set<String> communes) {
        Set<String> marks = new HashSet<>();
        LANDMARK.matcher(spaced).results().forEach(found -> add(marks, found));
        marks.removeIf(each -> NO_PLACE.contains(each) || communes.stream().anyMatch(town -> town.contains(each)));
        return marks;
    }

    /** Words of some length, and the numbers of houses. */
    private static void add(Set<String> marks, MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            String word = found.group(group);
            if (word != null
                    && (word.length() > 2 && !word.matches("\\d+[a-z]*") || group == 1 && word.matches("\\d+"))) {
                marks.add(word);
            }
        }
    }
}
