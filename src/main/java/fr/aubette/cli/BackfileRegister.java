package fr.aubette.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells the hub of a stock: a row for each line of its index and for each file that none names, all in one transaction.
 * The same folder with the same index is the same stock, told before.
 */
final class BackfileRegister {

    private static final int BATCH = 2_000;

    private static final String ITEM = """
            insert into backfile_item (backfile_id, number, path, case_file, person, state, reason, ended_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, case when ?::text = 'waiting' then null else now() end)
            """;

    private final Connection connection;
    private final ObjectMapper json =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    BackfileRegister(Connection connection) {
        this.connection = connection;
    }

    /** The stock's identity, whether it was told just now or before. */
    UUID register(Path folder, Path index, List<String> columns) throws IOException, SQLException {
        String print = print(index);
        Optional<UUID> before = find(folder, print);
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, String> files = files(folder, index);
        connection.setAutoCommit(false);
        try (BackfileIndex rows = new BackfileIndex(index, columns)) {
            UUID stock = UUID.randomUUID();
            insert(stock, folder, index, print);
            items(stock, rows, files);
            connection.commit();
            return stock;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Optional<UUID> find(Path folder, String print) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select id from backfile where folder = ? and print = ?")) {
            statement.setString(1, folder.toString());
            statement.setString(2, print);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private void insert(UUID stock, Path folder, Path index, String print) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into backfile (id, folder, index_file, print) values (?, ?, ?, ?)")) {
            statement.setObject(1, stock);
            statement.setString(2, folder.toString());
            statement.setString(3, index.toString());
            statement.setString(4, print);
            statement.execute();
        }
    }

    private void items(UUID stock, BackfileIndex rows, Map<String, String> files) throws IOException, SQLException {
        Map<String, Long> told = new HashMap<>();
        int number = 0;
        try (PreparedStatement statement = connection.prepareStatement(ITEM)) {
            for (Optional<BackfileIndex.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                BackfileIndex.Row row = next.get();
                String path = files.getOrDefault(row.path().toLowerCase(Locale.ROOT), "");
                Long first = path.isEmpty() ? null : told.putIfAbsent(path, row.line());
                String state = path.isEmpty() ? "missing" : first == null ? "waiting" : "twice";
                String reason = "ligne " + row.line() + " de l'index"
                        + (path.isEmpty()
                                ? " : le fichier n'est pas dans le dossier"
                                : first == null ? "" : " : fichier déjà nommé ligne " + first);
                add(statement, stock, ++number, path.isEmpty() ? row.path() : path, row, state, reason);
            }
            for (String path : files.values()) {
                if (!told.containsKey(path)) {
                    BackfileIndex.Row none = new BackfileIndex.Row(0, path, "", fr.aubette.model.Person.unknown());
                    add(statement, stock, ++number, path, none, "unlisted", "aucune ligne de l'index ne le nomme");
                }
            }
            statement.executeBatch();
        }
    }

    private void add(
            PreparedStatement statement,
            UUID stock,
            int number,
            String path,
            BackfileIndex.Row row,
            String state,
            String reason)
            throws SQLException, JsonProcessingException {
        statement.setObject(1, stock);
        statement.setInt(2, number);
        statement.setString(3, path);
        statement.setString(4, row.caseFile());
        statement.setString(5, json.writeValueAsString(row.person()).replace("\\u0000", ""));
        statement.setString(6, state);
        statement.setString(7, state.equals("waiting") ? "" : reason);
        statement.setString(8, state);
        statement.addBatch();
        if (number % BATCH == 0) {
            statement.executeBatch();
        }
    }

    /** Every ordinary file below the folder, by its path in lower case: an index made on Windows knows no other. */
    private static Map<String, String> files(Path folder, Path index) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted().toList()) {
                String path = folder.relativize(file).toString();
                boolean counts = Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        && !path.matches("(.*/)?[.].*|(.*/)?(?i:thumbs[.]db|desktop[.]ini)")
                        && !file.equals(index)
                        && !file.equals(Backfile.report(index));
                if (counts) {
                    files.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
                }
            }
        }
        return files;
    }

    private static String print(Path index) throws IOException {
        try (InputStream in = Files.newInputStream(index);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
