package fr.aubette.town;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.aubette.cli.csv.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented town as files, in the columns of {@code aubette match}, and any such files with their truth, scored. */
public final class TownFiles {

    private TownFiles() {}

    /** Writes {@code register.csv} and {@code contacts.csv}. */
    public static void write(Path folder, int citizens, int contacts, long seed) throws IOException {
        Town town = new Town(citizens, seed);
        try (CsvWriter out = new CsvWriter(
                folder.resolve("register.csv"),
                "citizen_id",
                "sex",
                "last_name",
                "birth_name",
                "first_name",
                "birth_date",
                "mobile",
                "landline",
                "email",
                "address",
                "postcode",
                "city")) {
            for (Person each : town.people()) {
                if (each.registered()) {
                    out.row(
                            each.id(),
                            each.sex(),
                            each.last(),
                            each.birthName(),
                            each.first(),
                            each.born().toString(),
                            each.mobile(),
                            each.landline(),
                            each.mail(),
                            each.street(),
                            each.postcode(),
                            each.town());
                }
            }
        }
        try (CsvWriter out = new CsvWriter(
                folder.resolve("contacts.csv"),
                "contact_id",
                "at",
                "channel",
                "phone",
                "email",
                "display_name",
                "last_name",
                "first_name",
                "birth_date",
                "address",
                "postcode",
                "city",
                "truth_citizen_id",
                "truth_in_registry",
                "truth_oracle")) {
            for (Contact each : new Sayings(town, seed + 1).contacts(contacts)) {
                out.row(
                        each.id(),
                        each.at(),
                        each.channel(),
                        each.phone(),
                        each.mail(),
                        each.name(),
                        each.last(),
                        each.first(),
                        each.birth(),
                        each.address(),
                        each.postcode(),
                        each.town(),
                        each.who().id(),
                        each.who().registered() ? "1" : "0",
                        each.resolvable() ? "resolvable" : "");
            }
        }
    }

    /** Scores the decisions of a file of contacts that tells whose each is. */
    public static Score score(Path register, Path contacts, Path decisions) throws IOException {
        Given given = new Given();
        rows(register)
                .forEach(row -> given.seen(
                        row.getOrDefault("mobile", ""),
                        row.getOrDefault("landline", ""),
                        row.getOrDefault("email", "")));
        Map<String, Map<String, String>> decided = new HashMap<>();
        rows(decisions).forEach(row -> decided.put(row.get("contact_id"), row));
        Score score = new Score();
        for (Map<String, String> row : rows(contacts)) {
            Map<String, String> decision = decided.get(row.get("contact_id"));
            score.add(
                    new Score.Truth(
                            row.get("truth_citizen_id"),
                            row.get("truth_in_registry").equals("1"),
                            row.get("truth_oracle").equals("resolvable"),
                            given.by(row)),
                    decision.get("decision"),
                    decision.get("citizen_id"),
                    decision.get("candidates"));
        }
        return score;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> in = CsvReader.builder().ofNamedCsvRecord(file)) {
            return in.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }
}
