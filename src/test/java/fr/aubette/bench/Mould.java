package fr.aubette.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * A row that the hub wrote, from which others like it are made: the same columns in the same widths, with ids and words
 * of their own.
 *
 * @param own places of the values in which something changes from row to row
 */
record Mould(String table, List<String> columns, List<@Nullable Object> values, BitSet own) {

    /** The rows of a table, without the columns that PostgreSQL fills by itself. */
    static List<Mould> of(Connection database, String schema, String table) throws SQLException {
        String given = """
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = ('public.' || ?)::regclass and attnum > 0 and not attisdropped and attidentity = ''
                  and attgenerated = ''
                """;
        String columns;
        try (PreparedStatement names = database.prepareStatement(given)) {
            names.setString(1, table);
            try (ResultSet row = names.executeQuery()) {
                row.next();
                columns = row.getString(1);
            }
        }
        try (PreparedStatement rows =
                database.prepareStatement("select %s from %s.%s".formatted(columns, schema, table))) {
            return read(table, rows);
        }
    }

    private static List<Mould> read(String table, PreparedStatement statement) throws SQLException {
        List<Mould> moulds = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData told = rows.getMetaData();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                List<@Nullable Object> values = new ArrayList<>();
                for (int place = 1; place <= told.getColumnCount(); place++) {
                    columns.add(told.getColumnName(place));
                    values.add(rows.getObject(place));
                }
                moulds.add(new Mould(table, columns, values, new BitSet()));
            }
        }
        return moulds;
    }

    /** The same, knowing which words change from row to row. */
    Mould changing(Collection<String> words) {
        BitSet found = new BitSet();
        for (int place = 0; place < values.size(); place++) {
            String text = Objects.toString(values.get(place), "");
            found.set(place, hash(place) || words.stream().anyMatch(text::contains));
        }
        return new Mould(table, columns, values, found);
    }

    /** The same with another value in this column. */
    Mould with(String column, Object value) {
        List<@Nullable Object> other = new ArrayList<>(values);
        other.set(columns.indexOf(column), value);
        return new Mould(table, columns, other, own);
    }

    /** The value in this column, as text. */
    String text(String column) {
        return Objects.toString(values.get(columns.indexOf(column)), "");
    }

    /**
     * The statement that writes such a row in this schema; a message goes to the hub's own outbox, which its relay
     * reads.
     */
    String insert(String schema) {
        String where = table.equals("outbox") ? "public" : schema;
        return "insert into %s.%s (%s) values %s".formatted(where, table, String.join(", ", columns), places());
    }

    /** Where the values of one row go. */
    String places() {
        return "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** What a new row holds: the old words give way to the new ones, hashed keys are drawn. */
    List<@Nullable Object> filled(Map<String, String> words) throws SQLException {
        List<@Nullable Object> filled = new ArrayList<>(values);
        for (int place = own.nextSetBit(0); place >= 0; place = own.nextSetBit(place + 1)) {
            filled.set(place, hash(place) ? ThreadLocalRandom.current().nextLong() : filled(values.get(place), words));
        }
        return filled;
    }

    private boolean hash(int place) {
        return table.equals("citizen_key") && columns.get(place).equals("key");
    }

    private static Object filled(@Nullable Object value, Map<String, String> words) throws SQLException {
        String text = Objects.toString(value);
        for (Map.Entry<String, String> each : words.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        if (value instanceof UUID) {
            return UUID.fromString(text);
        }
        if (value instanceof PGobject known) {
            PGobject other = new PGobject();
            other.setType(known.getType());
            other.setValue(text);
            return other;
        }
        return text;
    }
}
