package fr.aubette.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented persons with copies full of slips, in FEBRL's manner; some live together. */
final class Invented {

    private static final String HEADER =
            "rec_id,given_name,surname,street_number,address_1,suburb,postcode,date_of_birth,phone";

    private static final String[] SYLLABLES = {
        "ba", "ton", "ro", "mar", "lin", "ker", "son", "hu", "vil", "ber", "cha", "gra", "ham", "cam", "nor", "ris",
        "tai", "lor", "du", "pon", "fre", "nay", "gil", "sau"
    };

    private final Random dice;
    private final List<String> surnames = new ArrayList<>();
    private final List<String> firsts = new ArrayList<>();
    private final List<String> streets = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();

    private Invented(long seed) {
        dice = new Random(seed);
        fill(surnames, 800, 3);
        fill(firsts, 250, 2);
        fill(streets, 300, 3);
        fill(towns, 60, 3);
    }

    static void tables(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("few-slips.csv"), new Invented(3).table(1500, 1, 2, 1));
        Files.write(folder.resolve("many-slips.csv"), new Invented(4).table(1200, 3, 6, 1));
        Files.write(folder.resolve("families.csv"), new Invented(5).table(1200, 2, 4, 4));
    }

    private void fill(List<String> words, int count, int syllables) {
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < syllables; s++) {
                word.append(SYLLABLES[dice.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
    }

    /**
     * Lines in any order.
     *
     * @param copies of half of the persons, at most
     * @param slips in a copy, at most
     * @param home at most so many live together, with one name, one address and one phone
     */
    private List<String> table(int persons, int copies, int slips, int home) {
        List<String> lines = new ArrayList<>();
        List<String> household = List.of();
        int left = 0;
        for (int i = 0; i < persons; i++) {
            if (left == 0) {
                household = household();
                left = 1 + dice.nextInt(home);
            }
            left--;
            List<String> person = person(household);
            lines.add("rec-" + i + "-org," + String.join(",", person));
            int more = dice.nextBoolean() ? 1 + dice.nextInt(copies) : 0;
            for (int copy = 0; copy < more; copy++) {
                lines.add("rec-" + i + "-dup-" + copy + "," + String.join(",", slipped(person, slips)));
            }
        }
        Collections.shuffle(lines, dice);
        lines.add(0, HEADER);
        return lines;
    }

    private String common(List<String> words) {
        return words.get((int) (words.size() * Math.pow(dice.nextDouble(), 2)));
    }

    private List<String> household() {
        int town = dice.nextInt(towns.size());
        return List.of(
                common(surnames),
                String.valueOf(1 + dice.nextInt(150)),
                common(streets) + " street",
                towns.get(town),
                String.valueOf(96_000 + town * 10),
                String.format(Locale.ROOT, "019900%04d", dice.nextInt(10_000)));
    }

    private List<String> person(List<String> home) {
        String born = String.format(
                Locale.ROOT, "%04d%02d%02d", 1930 + dice.nextInt(85), 1 + dice.nextInt(12), 1 + dice.nextInt(28));
        return List.of(
                common(firsts), home.get(0), home.get(1), home.get(2), home.get(3), home.get(4), born, home.get(5));
    }

    private List<String> slipped(List<String> person, int slips) {
        List<String> copy = new ArrayList<>(person);
        int count = 1 + dice.nextInt(slips);
        for (int i = 0; i < count; i++) {
            int field = dice.nextInt(copy.size());
            switch (dice.nextInt(10)) {
                case 0 -> copy.set(field, "");
                case 1 -> Collections.swap(copy, 0, 1);
                case 2 -> copy.set(field, person(household()).get(field));
                default -> copy.set(field, slip(copy.get(field)));
            }
        }
        return copy;
    }

    /** A letter more, less, exchanged or another. */
    private String slip(String text) {
        if (text.length() < 2) {
            return text;
        }
        int at = dice.nextInt(text.length() - 1);
        char other = Character.isDigit(text.charAt(at)) ? (char) ('0' + dice.nextInt(10)) : (char) ('a' + dice.nextInt(26));
        return switch (dice.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            case 2 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> text.substring(0, at) + other + text.substring(at + 1);
        };
    }
}
