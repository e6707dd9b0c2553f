package fr.aubette.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of a source as it is brought in.
 *
 * @param id by which it is rolled back
 * @param done rows that are in
 */
record DeltaBatch(long id, long done) {

    private record Running(long id, String name, String file, long rows) {}

    /**
     * Begins a batch, or goes on with the one that was interrupted.
     *
     * @throws WrongUsage if another file of the source is half in
     */
    static DeltaBatch of(BulkSql sql, String source, Path file) throws IOException, SQLException {
        boolean alone = sql.query(
                        "select pg_try_advisory_lock(hashtextextended('delta ' || ?::text, 0))",
                        row -> row.getBoolean(1),
                        source)
                .get(0);
        if (!alone) {
            throw new WrongUsage(source + " is being brought in already", source + " est déjà en cours de reprise");
        }
        String print = sha256(file);
        List<Running> running = sql.query(
                "select id, name, file, rows from citizen_batch where source = ? and finished_at is null "
                        + "and rolled_back_at is null",
                row -> new Running(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)),
                source);
        if (!running.isEmpty()) {
            Running half = running.get(0);
            if (!half.file().equals(print)) {
                throw new WrongUsage(
                        "batch " + half.id() + " (" + half.name()
                                + ") is half in: give that file again, or roll it back",
                        "le lot " + half.id() + " (" + half.name()
                                + ") est repris à moitié : redonner ce fichier, ou défaire ce lot");
            }
            return new DeltaBatch(half.id(), half.rows());
        }
        long id = sql.number(
                "insert into citizen_batch (source, name, file) values (?, ?, ?) returning id",
                source,
                String.valueOf(file.getFileName()),
                print);
        return new DeltaBatch(id, 0);
    }

    void done(BulkSql sql, long rows) throws SQLException {
        sql.run("update citizen_batch set rows = ? where id = ?", rows, id);
    }

    void finished(BulkSql sql) throws SQLException {
        sql.run("update citizen_batch set finished_at = now() where id = ?", id);
    }

    /** How many changes of a kind it made. */
    long changes(BulkSql sql, String what) throws SQLException {
        return sql.number("select count(*) from citizen_batch_change where batch_id = ? and what = ?", id, what);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
