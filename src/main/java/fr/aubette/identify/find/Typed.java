package fr.aubette.identify.find;

import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.name.Letters;
import fr.aubette.identify.name.Readings;
import fr.aubette.identify.name.Sound;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person has typed so far of somebody, understood in every way that it can be.
 *
 * @param beginnings of the {@link WrittenForms} sought, the exact ones first; none when too little is typed
 * @param keys of {@link Keys}, for names that only sound alike
 */
public record Typed(List<String> beginnings, Set<String> keys) {

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_LETTERS = 2;
    private static final int FEWEST_FIGURES = 4;

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ().-]+");
    private static final Pattern TITLE =
            Pattern.compile("^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|me|maitre) (?=.)");

    public Typed {
        beginnings = List.copyOf(beginnings);
        keys = Set.copyOf(keys);
    }

    /** Of what stands in the field. */
    public static Typed of(String text) {
        String typed = text.strip();
        if (typed.length() > LONGEST) {
            typed = typed.substring(0, LONGEST);
        }
        TypedDate date = TypedDate.in(typed);
        Set<String> beginnings = new LinkedHashSet<>();
        String rest = date.rest();
        if (rest.indexOf('@') >= 0) {
            beginnings.add(WrittenForms.ofMail(rest.toLowerCase(Locale.ROOT).strip()));
            return new Typed(List.copyOf(beginnings), Set.of());
        }
        if (NUMBER.matcher(typed).matches()) {
            figures(typed).ifPresent(beginnings::add);
        }
        List<String> words = words(rest);
        if (words.isEmpty()) {
            date.beginnings().forEach(each -> beginnings.add(WrittenForms.BIRTH + each));
        } else if (date.beginnings().isEmpty()) {
            names(beginnings, words);
        } else {
            bornThen(beginnings, date.beginnings(), words);
        }
        if (!words.isEmpty() && rest.indexOf(' ') < 0) {
            beginnings.add(WrittenForms.ofMail(rest.toLowerCase(Locale.ROOT)));
        }
        return new Typed(List.copyOf(beginnings), keys(words, date));
    }

    /** Whether a form begins as one that is sought. */
    public boolean finds(String form) {
        return beginnings.stream().anyMatch(form::startsWith);
    }

    /** Figures as the beginning of a phone number, with or without its country. */
    private static Optional<String> figures(String typed) {
        String figures = typed.replaceAll("[^0-9]", "");
        boolean foreign = typed.startsWith("+") || figures.startsWith("00");
        String international = foreign && figures.startsWith("00") ? figures.substring(2) : figures;
        if (figures.length() < FEWEST_FIGURES) {
            return Optional.empty();
        }
        if (foreign && international.startsWith("33")) {
            String national = international.substring(2);
            return Optional.of(WrittenForms.PHONE + (national.startsWith("0") ? "" : "0") + national);
        }
        return Optional.of(WrittenForms.PHONE + international);
    }

    private static List<String> words(String rest) {
        String folded = Letters.withoutDigits(Letters.fold(rest)).strip();
        String named = TITLE.matcher(folded).replaceFirst("");
        List<String> words = Letters.words(named);
        int letters = words.stream().mapToInt(String::length).sum();
        if (letters < FEWEST_LETTERS) {
            return List.of();
        }
        return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
    }

    /**
     * Whatever words are the family name: "ben ali yas", "yasmina ben a" and "benali" begin the same person's forms.
     */
    private static void names(Set<String> beginnings, List<String> words) {
        String all = String.join("", words);
        beginnings.add(WrittenForms.NAME + all);
        for (int cut = 1; cut < words.size(); cut++) {
            beginnings.add(WrittenForms.NAME + head(words, cut) + " " + tail(words, cut));
        }
        if (words.size() == 1 && all.length() > FEWEST_LETTERS + 1) {
            beginnings.add(WrittenForms.SOUND + sound(words) + " ");
        }
        for (int cut = 1; cut < words.size(); cut++) {
            beginnings.add(WrittenForms.SOUND + sound(words.subList(0, cut)) + " " + tail(words, cut));
            beginnings.add(WrittenForms.SOUND + sound(words.subList(cut, words.size())) + " " + head(words, cut));
        }
    }

    private static void bornThen(Set<String> beginnings, List<String> days, List<String> words) {
        for (String day : days) {
            for (int cut = 1; cut <= words.size(); cut++) {
                beginnings.add(WrittenForms.BIRTH + day + " " + head(words, cut));
                beginnings.add(WrittenForms.BIRTH + day + " " + tail(words, words.size() - cut));
            }
        }
    }

    private static Set<String> keys(List<String> words, TypedDate date) {
        Optional<LocalDate> born = date.year().map(year -> LocalDate.of(year, 1, 1));
        if (words.size() < 2 && born.isEmpty()) {
            return Set.of();
        }
        Sighting sighting = new Sighting(
                Readings.ofWhole(String.join(" ", words), false),
                List.of(),
                Optional.empty(),
                false,
                born,
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        List<String> keys = new ArrayList<>(Keys.of(sighting));
        keys.removeIf(key -> born.isPresent() ? !key.startsWith("y|") : !key.startsWith("n|"));
        return Set.copyOf(keys);
    }

    private static String head(List<String> words, int cut) {
        return String.join("", words.subList(0, cut));
    }

    private static String tail(List<String> words, int cut) {
        return String.join("", words.subList(cut, words.size()));
    }

    private static String sound(List<String> words) {
        String sound = Surname.of(String.join(" ", words)).sound();
        return sound.isEmpty() ? Sound.of(String.join("", words)) : sound;
    }
}
