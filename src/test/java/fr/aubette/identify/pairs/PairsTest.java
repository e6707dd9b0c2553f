package fr.aubette.identify.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables of invented people, half of them with a second record full of slips. */
class PairsTest {

    private static final String[] SYLLABLES = {
        "ba", "ton", "ro", "mar", "lin", "ker", "son", "hud", "wil", "ber", "shaw", "gra", "ham", "cam", "nor", "ris",
        "tay", "lor"
    };

    private final Random dice = new Random(11);

    private String word() {
        return SYLLABLES[dice.nextInt(18)] + SYLLABLES[dice.nextInt(18)];
    }

    private String slip(String text) {
        if (text.length() < 3 || dice.nextInt(3) > 0) {
            return text;
        }
        int at = dice.nextInt(text.length() - 1);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private record Person(String first, String last, String born, String street, String town) {}

    private Table households(String... headers) {
        List<String> ids = new ArrayList<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String header : headers) {
            columns.put(header, new ArrayList<>());
        }
        for (int home = 0; home < 400; home++) {
            String last = word();
            String street = (1 + dice.nextInt(99)) + " " + word() + " street east";
            String town = SYLLABLES[dice.nextInt(18)] + "ville";
            for (int member = 0; member < 3; member++) {
                String born = String.format(
                        "%04d-%02d-%02d", 1930 + dice.nextInt(80), 1 + dice.nextInt(12), 1 + dice.nextInt(28));
                Person person = new Person(word(), last, born, street, town);
                add(ids, columns, home + "." + member, person);
                if (dice.nextBoolean()) {
                    add(
                            ids,
                            columns,
                            home + "." + member,
                            new Person(
                                    slip(person.first),
                                    slip(person.last),
                                    slip(person.born),
                                    slip(person.street),
                                    person.town));
                }
            }
        }
        return Table.of(ids, columns, ids.size(), Map.of());
    }

    private static void add(List<String> ids, Map<String, List<String>> columns, String who, Person person) {
        ids.add(who);
        List<String> fields = List.of(person.first, person.last, person.born, person.street, person.town);
        int at = 0;
        for (List<String> column : columns.values()) {
            column.add(fields.get(at++));
        }
    }

    private static double[] precisionAndRecall(Table table) {
        int[] counts = new int[2];
        Pairs.find(table, 0.5, pair -> counts[pair.one().equals(pair.other()) ? 0 : 1]++);
        long twice = 0;
        for (int i = 1; i < table.size(); i++) {
            twice += table.id(i).equals(table.id(i - 1)) ? 1 : 0;
        }
        return new double[] {(double) counts[0] / (counts[0] + counts[1]), (double) counts[0] / twice};
    }

    @Test
    void findsDuplicatesAndKeepsFamiliesApart() {
        double[] measured = precisionAndRecall(households("given_name", "surname", "date_of_birth", "address", "town"));

        assertThat(measured[0]).as("precision").isGreaterThan(0.98);
        assertThat(measured[1]).as("recall").isGreaterThan(0.95);
    }

    @Test
    void needsNoHeaderThatItKnows() {
        double[] measured = precisionAndRecall(households("c1", "c2", "c3", "c4", "c5"));

        assertThat(measured[0]).as("precision").isGreaterThan(0.95);
        assertThat(measured[1]).as("recall").isGreaterThan(0.9);
    }

    @Test
    void readsHeadersOfOtherLanguages() {
        double[] measured = precisionAndRecall(households("Vorname", "Nachname", "Geburtsdatum", "Anschrift", "Ort"));

        assertThat(measured[0]).as("precision").isGreaterThan(0.98);
        assertThat(measured[1]).as("recall").isGreaterThan(0.95);
    }

    @Test
    void comparesTwoFilesWithEachOtherOnly() {
        List<String> ids = List.of("a1", "a2", "b1", "b2");
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("name", List.of("anna sauvageon", "anna sauvageon", "anna sauvageon", "paul martin"));
        columns.put("born", List.of("1950-01-02", "1950-01-02", "1950-01-02", "1971-05-06"));
        List<String> found = new ArrayList<>();

        Pairs.find(Table.of(ids, columns, 2, Map.of()), 0, pair -> found.add(pair.one() + pair.other()));

        assertThat(found).doesNotContain("a1a2", "b1b2").contains("a1b1", "a2b1");
    }

    @Test
    void findsNothingInATableThatSaysNothing() {
        Table table = Table.of(List.of("1", "2"), Map.of("x", List.of("", "")), 2, Map.of());

        assertThat(Pairs.find(table, 0, pair -> {})).isEmpty();
    }
}
