package fr.aubette.cli;

import fr.aubette.identify.pairs.ColumnType;
import fr.aubette.identify.pairs.Pairs;
import fr.aubette.identify.pairs.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the probable duplicates among the citizens of the database; merges none. */
final class CitizenDuplicates {

    private static final Map<String, String> HEADERS = Map.of(
            "surname", "surname",
            "first-name", "given_name",
            "sex", "sex",
            "birth-date", "date_of_birth",
            "phone", "phone",
            "mail", "mail",
            "address", "address");

    private static final String FACTS = """
            select c.id, coalesce(c.person, c.id) as person, f.kind, f.value
            from citizen c left join citizen_fact f on f.citizen_id = c.id
            order by c.id, f.kind, f.first_seen, f.value
            """;

    private final Connection connection;
    private final PrintStream err;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> persons = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    CitizenDuplicates(Connection connection, PrintStream err) {
        this.connection = connection;
        this.err = err;
        HEADERS.keySet().stream().sorted().forEach(kind -> columns.put(HEADERS.get(kind), new ArrayList<>()));
    }

    void run(Path out) throws IOException, SQLException {
        read();
        Set<String> never = never();
        Table table = Table.of(ids, columns, ids.size(), Map.of("address", ColumnType.TEXT));
        int[] found = new int[1];
        try (PairsFile pairs = new PairsFile(out, "citizen1", "citizen2")) {
            Pairs.find(table, 0.5, pair -> {
                boolean one = String.valueOf(persons.get(pair.one())).equals(persons.get(pair.other()));
                if (!one && !never.contains(pair.one() + pair.other()) && !never.contains(pair.other() + pair.one())) {
                    found[0]++;
                    pairs.write(pair);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        err.printf(
                "aubette citizens: %d citizens, %d probable duplicates / doublons probables%n", ids.size(), found[0]);
        err.flush();
    }

    private void read() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet row = statement.executeQuery(FACTS)) {
                while (row.next()) {
                    add(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                }
            }
        }
    }

    /** The first of each kind is the citizen's own; later ones were learnt. */
    private void add(String id, String person, String kind, String value) {
        if (persons.put(id, person) == null) {
            ids.add(id);
            columns.values().forEach(column -> column.add(""));
        }
        List<String> column = kind == null ? null : columns.get(HEADERS.get(kind));
        if (column != null && column.get(ids.size() - 1).isEmpty()) {
            column.set(ids.size() - 1, value.replace('|', ' '));
        }
    }

    private Set<String> never() throws SQLException {
        Set<String> pairs = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select one, other from never_same")) {
            while (row.next()) {
                pairs.add(row.getString(1) + row.getString(2));
            }
        }
        return pairs;
    }
}
