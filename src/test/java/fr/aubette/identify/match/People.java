package fr.aubette.identify.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A small town of invented people, and whoever a test adds. */
final class People {

    private static final List<String> LAST = List.of(
            "Martin",
            "Bernard",
            "Renard",
            "Lemoine",
            "Gasnier",
            "Colin",
            "Aubry",
            "Poirier",
            "Le Roux",
            "Fouquet",
            "Maillard",
            "Hardouin",
            "Ben Ali",
            "Caron",
            "Vasseur",
            "Pichon",
            "Royer",
            "Dubois",
            "Barre",
            "Kowalski");
    private static final List<String> FIRST = List.of(
            "Sabine",
            "Jules",
            "Damien",
            "Albane",
            "Monique",
            "Boniface",
            "Cassandre",
            "René",
            "Paul",
            "Mégane",
            "Eugène",
            "Adélie",
            "Marie-France",
            "Rodolphe",
            "Sandra",
            "Naudet",
            "Louis-Marc",
            "Charlaine",
            "Macaire",
            "Léa");
    private static final List<String> STREETS = List.of(
            "rue du Gué", "route de Tours", "impasse du Puits", "allée des Chênes", "rue Émile Zola", "quai du Port");

    final MemoryRegister register = new MemoryRegister();
    private final Sightings sightings = new Sightings(register.frequencies());
    private final Matcher matcher = new Matcher(register, register.frequencies(), new Weights(), Bands.shipped());

    People() {
        Random dice = new Random(5);
        for (int i = 0; i < 3000; i++) {
            register.put(Sightings.profile(
                    "F" + i,
                    new Said()
                            .last(LAST.get(dice.nextInt(LAST.size()))
                                    + (i % 3 == 0 ? "-" + suffix(dice) : suffix(dice)))
                            .first(FIRST.get(dice.nextInt(FIRST.size())))
                            .born(LocalDate.of(1930 + dice.nextInt(80), 1 + dice.nextInt(12), 1 + dice.nextInt(28)))
                            .phone("0639" + (980000 + i))
                            .at((1 + dice.nextInt(200)) + " " + STREETS.get(dice.nextInt(STREETS.size())), "96300")
                            .build(),
                    "",
                    ""));
        }
    }

    private static String suffix(Random dice) {
        return List.of("", "", "ot", "eau", "ier", "in").get(dice.nextInt(6));
    }

    People with(String id, Said said) {
        register.put(Sightings.profile(id, said.build(), "", ""));
        return this;
    }

    Verdict decide(Said said) {
        return matcher.decide(sightings.of(said.build()));
    }

    /** What is written somewhere, filled in as one reads. */
    static final class Said {

        private String name = "";
        private String last = "";
        private String first = "";
        private Optional<LocalDate> birth = Optional.empty();
        private List<String> phones = List.of();
        private List<String> mails = List.of();
        private String address = "";
        private String postcode = "";
        private boolean scanned;

        private Said with(Consumer<Said> change) {
            change.accept(this);
            return this;
        }

        Said name(String whole) {
            return with(said -> said.name = whole);
        }

        Said last(String text) {
            return with(said -> said.last = text);
        }

        Said first(String text) {
            return with(said -> said.first = text);
        }

        Said born(LocalDate date) {
            return with(said -> said.birth = Optional.of(date));
        }

        Said phone(String number) {
            return with(said -> said.phones = List.of(number));
        }

        Said mail(String written) {
            return with(said -> said.mails = List.of(written));
        }

        Said at(String street, String code) {
            return with(said -> {
                said.address = street;
                said.postcode = code;
            });
        }

        Said scanned() {
            return with(said -> said.scanned = true);
        }

        Sightings.Said build() {
            return new Sightings.Said(name, last, first, birth, phones, mails, address, postcode, "", scanned);
        }
    }
}
