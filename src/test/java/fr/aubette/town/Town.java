package fr.aubette.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** People who live alone, in couples and in families, with what they share. The same ones for the same seed. */
final class Town {

    static final String RELAY = "+33199009999";

    private static final String[] STREETS = {
        "rue du Lavoir", "chemin des Genêts", "place Aristide Briand", "allée des Tamaris", "boulevard de la Gare",
        "impasse du Four", "avenue Jean Moulin", "route de Clairmont", "rue Marcel Pagnol", "cours des Halles",
        "rue de l'Abreuvoir", "quai des Mariniers", "rue Louise Michel", "sentier des Vignes", "rue Neuve"
    };

    private static final String[] TOWNS = {
        "Clairmont",
        "Sauval-le-Vieux",
        "Brécy",
        "Montauret",
        "Saint-Aubin-des-Grès",
        "La Roche-Tordue",
        "Ville-en-Bois",
        "Pontarlac",
        "Lussey",
        "Castelmarin",
        "Orgeval-sur-Aure",
        "Mérilles"
    };

    private final Random dice;
    private final List<Person> people = new ArrayList<>();
    private int numbers;
    private int homes;

    Town(int persons, long seed) {
        dice = new Random(seed);
        while (people.size() < persons) {
            home();
        }
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    private void home() {
        Home home = new Home();
        Names names = Names.some(dice);
        String last = names.surname(dice);
        boolean woman = dice.nextBoolean();
        int born = 1932 + dice.nextInt(72);
        String mail = mail(names.first(woman, dice), last);
        home.add(names, last, last, woman, day(born), mail);
        if (dice.nextInt(100) < 45) {
            String other = names.surname(dice);
            String used = dice.nextInt(3) > 0 ? last : other;
            boolean shared = dice.nextInt(4) == 0;
            home.add(names, used, other, !woman, day(born + dice.nextInt(7) - 3), shared ? mail : mail("", used));
            int children = dice.nextInt(3) == 0 ? 1 + dice.nextInt(3) : 0;
            LocalDate birth = day(born + 22 + dice.nextInt(14));
            for (int i = 0; i < children; i++) {
                home.add(names, last, last, dice.nextBoolean(), birth, "");
                birth = dice.nextInt(12) == 0 ? birth : birth.plusDays(500 + dice.nextInt(900));
            }
        }
    }

    private LocalDate day(int year) {
        return LocalDate.of(Math.min(2023, year), 1 + dice.nextInt(12), 1 + dice.nextInt(28));
    }

    private String mail(String first, String last) {
        String plain = Slips.plain(last).replaceAll("[^a-z]", "");
        String given = first.isEmpty() ? "" : Slips.plain(first).replaceAll("[^a-z]", "") + ".";
        return switch (dice.nextInt(4)) {
            case 0 -> "";
            case 1 -> "m" + (++numbers) + "@example.org";
            default -> given + plain + numbers++ % 97 + "@example.org";
        };
    }

    String number(String start) {
        return String.format(Locale.ROOT, "%s%07d", start, ++numbers);
    }

    private final class Home {

        private final String id = String.format(Locale.ROOT, "H%06d", ++homes);
        private final String street = 1 + dice.nextInt(140) + " " + STREETS[dice.nextInt(STREETS.length)];
        private final int town = dice.nextInt(TOWNS.length);
        private final String landline = dice.nextInt(3) > 0 ? number("+3310") : "";
        private final boolean registered = dice.nextInt(100) < 88;

        void add(Names names, String last, String birthName, boolean woman, LocalDate born, String mail) {
            boolean child = born.getYear() > 2009;
            people.add(new Person(
                    String.format(Locale.ROOT, "P%06d", people.size() + 1),
                    id,
                    woman ? "F" : "M",
                    last,
                    birthName,
                    names.first(woman, dice),
                    born,
                    child ? "" : number("+3360"),
                    landline,
                    child ? "" : mail,
                    street,
                    String.valueOf(96_100 + 10 * town),
                    TOWNS[town],
                    registered || dice.nextInt(5) == 0));
        }
    }
}
