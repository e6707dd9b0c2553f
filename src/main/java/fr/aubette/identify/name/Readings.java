package fr.aubette.identify.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every way to read a name of which it is not sure what is first name and what is family name. */
public final class Readings {

    private static final Set<String> TITLES = Set.of(
            "m",
            "mr",
            "mrs",
            "ms",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "mademoiselle",
            "dr",
            "docteur",
            "me",
            "maitre",
            "miss",
            "sir",
            "mister");

    private static final Pattern BORN = Pattern.compile(" (?:nee?|epouse|ep|epse|veuve|vve|divorcee?) ");

    private static final Pattern SEVERAL = Pattern.compile(
            " (?:m|mr|monsieur|mme|madame) et (?:m|mr|monsieur|mme|madame) | famille | consorts | indivision ");

    /** More words than this are no name. */
    private static final int MOST_WORDS = 6;

    private Readings() {}

    /** Of two fields; people also fill them the wrong way round. */
    public static List<Reading> ofFields(String lastName, String firstName, boolean scanned) {
        String last = clean(lastName, scanned);
        String first = clean(firstName, scanned);
        Set<Reading> readings = new LinkedHashSet<>();
        add(readings, last, first, true);
        if (!last.isEmpty() && !first.isEmpty()) {
            add(readings, first, last, false);
        }
        return List.copyOf(readings);
    }

    /** Of a whole name as written, in any order, with or without title. */
    public static List<Reading> ofWhole(String written, boolean scanned) {
        int comma = written.indexOf(',');
        if (comma > 0) {
            return ofFields(written.substring(0, comma), written.substring(comma + 1), scanned);
        }
        String name = clean(written, scanned);
        List<String> words = name.isEmpty() ? List.of() : Arrays.asList(name.split(" ", -1));
        Set<Reading> readings = new LinkedHashSet<>();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return List.of();
        }
        for (int split = 1; split < words.size(); split++) {
            String head = String.join(" ", words.subList(0, split));
            String tail = String.join(" ", words.subList(split, words.size()));
            whole(readings, tail, head);
            whole(readings, head, tail);
        }
        if (words.stream().filter(word -> !Surname.isParticle(word)).count() == 1) {
            add(readings, name, "", true);
        }
        if (words.size() == 1) {
            add(readings, "", name, true);
        }
        return List.copyOf(readings);
    }

    /** Where nobody says which part is which, "de" and "van" lead to a family name: they are no first name. */
    private static void whole(Set<Reading> readings, String last, String first) {
        if (first.length() <= 1 || !Surname.isParticle(first)) {
            add(readings, last, first, true);
        }
    }

    private static void add(Set<Reading> readings, String last, String first, boolean natural) {
        if (Letters.joined(last).isEmpty() && Letters.joined(first).isEmpty()) {
            return;
        }
        List<Surname> surnames = new ArrayList<>();
        for (String each : BORN.split(" " + last + " ")) {
            if (!Letters.joined(each).isEmpty()) {
                surnames.add(Surname.of(each.trim()));
            }
        }
        Optional<FirstName> given =
                Letters.joined(first).isEmpty() ? Optional.empty() : Optional.of(FirstName.of(first));
        readings.add(new Reading(surnames, given, natural));
    }

    /** {@code M} or {@code F} when the title tells. */
    public static Optional<Character> sex(String written) {
        for (String word : Letters.words(Letters.fold(written))) {
            switch (word) {
                case "mme", "mlle", "madame", "mademoiselle", "mrs", "miss" -> {
                    return Optional.of('F');
                }
                case "mr", "monsieur", "mister" -> {
                    return Optional.of('M');
                }
                default -> {
                    // no title
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it names two people at once, "M. et Mme". */
    public static boolean several(String written) {
        return SEVERAL.matcher(" " + Letters.fold(written) + " ").find();
    }

    /** Folded, without titles; digits are letters misread in a scan, and noise elsewhere. */
    private static String clean(String written, boolean scanned) {
        String folded = Letters.fold(written);
        String letters = scanned ? Letters.unread(folded) : Letters.withoutDigits(folded);
        List<String> words = new ArrayList<>();
        String[] all = letters.split(" ", -1);
        for (String word : all) {
            boolean title = words.isEmpty()
                    && all.length > 1
                    && (TITLES.contains(word) || word.equals("et") || word.equals("famille"));
            if (!word.isEmpty() && !word.equals("-") && !title) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
