package fr.aubette.normalise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of case files that a text quotes, for example {@code APA-2023-004518}: an abbreviation, a year, a number; or
 * whatever follows the words «dossier n°». What only looks like one (a law, a road, a school year, one of our own
 * ticket numbers) is left out.
 */
public final class CaseFileNumbers {

    private static final int MAX = 20;
    private static final int LOOKED_AT = 100_000;
    private static final String DASH = "[-\u2010-\u2013/]";
    private static final Pattern WITH_ABBREVIATION = Pattern.compile("(?=[A-Z]{2})(?<![\\p{L}\\d])([A-Z]{2,5})" + "(?:"
            + DASH + "| ?[nN][°ºo]\\.? ?| )((?:19|20)\\d{2}|\\d{2})" + DASH + "(\\d{3,8})(?![\\p{L}\\d/-])");
    private static final Pattern AFTER_WORD = Pattern.compile("(?i)(?=[da])\\b(?:dossier|allocataire)s?\\s*"
            + "(?:(?:n[°ºo]|num[ée]ro|r[ée]f(?:[ée]rence)?)\\.?)?\\s*:?\\s*"
            + "((?=[A-Z0-9/-]*\\d[A-Z0-9/-]*\\d[A-Z0-9/-]*\\d)[A-Z0-9]+(?:[-/][A-Z0-9]+)*)(?![\\p{L}\\d])");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}|\\d{4}|\\d{2}\\d{8}");
    private static final Set<String> NOT_FILES = Set.of(
            "AUB", "UE", "CE", "CEE", "LOI", "ART", "RD", "RN", "DU", "LE", "EN", "DE", "AU", "ET", "TEL", "FAX",
            "INSEE");

    private CaseFileNumbers() {}

    /** The numbers in order, each once, as written but for blanks; at most {@value #MAX}. */
    public static List<String> in(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        Set<String> found = new LinkedHashSet<>();
        Matcher named = WITH_ABBREVIATION.matcher(start);
        while (named.find() && found.size() < MAX) {
            if (!NOT_FILES.contains(named.group(1))) {
                found.add(named.group().replaceAll("\\s+", " "));
            }
        }
        Matcher follows = AFTER_WORD.matcher(start);
        while (follows.find() && found.size() < MAX) {
            String number = follows.group(1);
            boolean known = found.stream().anyMatch(other -> other.contains(number));
            if (!known && !number.startsWith("AUB-") && !DATE.matcher(number).matches()) {
                found.add(number);
            }
        }
        return new ArrayList<>(found);
    }
}
