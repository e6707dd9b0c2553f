package fr.aubette.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows that the hub writes for one item, seen by triggers while it takes one, and written again with other ids. */
final class Footprint {

    private static final String SEEN = "seen";

    private static final String WATCH = """
            create schema seen;
            create function seen.keep() returns trigger language plpgsql as
                $$ begin execute format('insert into seen.%I select ($1).*', tg_table_name) using new; return new; end $$;
            do $$ declare t text; begin
                for t in select tablename from pg_tables where schemaname = 'public' loop
                    execute format('create table seen.%I (like public.%I)', t, t);
                    execute format('create trigger seen after insert on public.%I for each row execute function seen.keep()', t);
                end loop;
            end $$
            """;
    private static final String LOOK_AWAY = """
            do $$ declare t text; begin
                for t in select tablename from pg_tables where schemaname = 'public' loop
                    execute format('drop trigger seen on public.%I', t);
                end loop;
            end $$
            """;

    private final String reference;
    private final String intake;
    private final String number;
    private final String sha256;
    private final Set<String> ids;
    private final List<Mould> taken;
    private final List<Mould> opened;
    private final AtomicLong numbers = new AtomicLong();

    private Footprint(String reference, List<Mould> all, String queue) {
        this.reference = reference;
        Mould entered = only(all, "intake");
        intake = entered.text("id");
        sha256 = entered.text("sha256");
        number = only(all, "ticket").text("number");
        ids = all.stream()
                .flatMap(each -> each.values().stream())
                .filter(UUID.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = new TreeSet<>(ids);
        words.addAll(List.of(reference, number, sha256));
        taken = all.stream()
                .filter(Footprint::atTheDoor)
                .map(each -> each.changing(words))
                .map(each -> each.table().equals("outbox") ? each.with("destination", queue) : each)
                .toList();
        opened = all.stream()
                .filter(each -> !atTheDoor(each))
                .map(each -> each.changing(words))
                .toList();
    }

    /** What the hub writes while this is done, once it is through. */
    static Footprint watching(Connection database, String reference, String queue, Deed deed) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute(WATCH);
            deed.done();
            statement.execute(LOOK_AWAY);
        }
        List<Mould> all = new ArrayList<>();
        for (String table : tables(database, SEEN)) {
            all.addAll(Mould.of(database, SEEN, table));
        }
        return new Footprint(reference, all, queue);
    }

    /** Something that is watched. */
    @FunctionalInterface
    interface Deed {
        void done() throws Exception;
    }

    private static List<String> tables(Connection database, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement("select tablename from pg_tables where schemaname = ? order by tablename")) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static Mould only(List<Mould> all, String table) {
        return all.stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static boolean atTheDoor(Mould row) {
        return switch (row.table()) {
            case "intake" -> true;
            case "tally_delta" -> row.text("what").equals("taken");
            case "outbox" -> row.text("destination").startsWith("aubette.intakes");
            default -> false;
        };
    }

    /** Rows an item, and of how many tables. */
    String told() {
        List<Mould> all = Stream.concat(taken.stream(), opened.stream()).toList();
        return all.size() + " rows in "
                + all.stream().map(Mould::table).distinct().count() + " tables";
    }

    /** Tables as the hub's, with their indexes, without foreign keys; messages go to the hub's own outbox. */
    void makeTables(Connection database, String schema) throws SQLException {
        Set<String> tables = Stream.concat(taken.stream(), opened.stream())
                .map(Mould::table)
                .filter(each -> !each.equals("outbox"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema " + schema);
            for (String table : tables) {
                statement.execute(
                        "create table %s.%s (like public.%s including defaults including identity including generated including indexes)"
                                .formatted(schema, table, table));
            }
        }
    }

    /** The rows of the door for this item. */
    Rows taken(String schema, UUID id, String itsReference, String itsSha256) throws SQLException {
        Map<String, String> words = words(id, itsReference);
        words.put(sha256, itsSha256);
        return rows(taken, schema, words);
    }

    /** The rows of the end of its journey. */
    Rows opened(String schema, UUID id, String itsReference) throws SQLException {
        Map<String, String> words = words(id, itsReference);
        words.put(number, "N" + numbers.incrementAndGet());
        return rows(opened, schema, words);
    }

    private Map<String, String> words(UUID id, String itsReference) {
        Map<String, String> words = new HashMap<>();
        ids.forEach(each -> words.put(each, UUID.randomUUID().toString()));
        words.put(intake, id.toString());
        words.put(reference, itsReference);
        return words;
    }

    /** The rows of one table go in one statement. */
    private static Rows rows(List<Mould> moulds, String schema, Map<String, String> words) throws SQLException {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
        for (int place = 0; place < moulds.size(); place++) {
            Mould each = moulds.get(place);
            boolean further = place > 0 && moulds.get(place - 1).table().equals(each.table());
            rows.add(further, each, schema, each.filled(words));
        }
        return rows;
    }

    /** Statements for one trip, with all their values. */
    record Rows(List<String> statements, List<@Nullable Object> values) {

        private void add(boolean further, Mould mould, String schema, List<@Nullable Object> its) {
            int last = statements.size() - 1;
            if (further) {
                statements.set(last, statements.get(last) + ", " + mould.places());
                values.addAll(its);
            } else {
                add(mould.insert(schema), its);
            }
        }

        Rows add(String sql, List<? extends @Nullable Object> its) {
            statements.add(sql);
            values.addAll(its);
            return this;
        }

        void send(Connection connection) throws SQLException {
            try (PreparedStatement together = connection.prepareStatement(String.join(";\n", statements))) {
                for (int place = 0; place < values.size(); place++) {
                    together.setObject(place + 1, values.get(place));
                }
                together.execute();
            }
        }
    }
}
