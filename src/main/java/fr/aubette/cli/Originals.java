package fr.aubette.cli;

import fr.aubette.intake.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The originals that were taken in, the reading copies and the letters printed, each read again and held against its
 * SHA-256.
 */
final class Originals {

    private static final int BUFFER = 64 * 1024;

    private static final String TAKEN = """
            with kept as (
                select id::text as id, channel as what, source, taken_at as kept_at, sha256, size from intake
                union all
                select c.intake_id::text, 'reading-copy', i.source, c.made_at, c.sha256, c.size
                from letter_copy c join intake i on i.id = c.intake_id
                union all
                select p.answer_id::text, 'printed-letter', 'batch ' || b.number, b.made_at, p.sha256, p.size
                from print_letter p join print_batch b on b.id = p.batch_id
            )
            select * from kept where (kept_at at time zone 'Europe/Paris')::date between ? and ?
            order by sha256
            """;

    private final Connection connection;
    private final ContentStore contents;
    private final PrintStream out;

    Originals(Connection connection, ContentStore contents, PrintStream out) {
        this.connection = connection;
        this.contents = contents;
        this.out = out;
    }

    /**
     * Prints a line for each that does not match, then the totals; memory does not grow with their number, and the same
     * bytes are read once.
     *
     * @return how many do not match
     */
    long verify(LocalDate from, LocalDate to) throws SQLException {
        connection.setAutoCommit(false);
        long all = 0;
        long wrong = 0;
        try (PreparedStatement taken = connection.prepareStatement(TAKEN)) {
            taken.setFetchSize(1000);
            taken.setDate(1, Date.valueOf(from));
            taken.setDate(2, Date.valueOf(to));
            try (ResultSet row = taken.executeQuery()) {
                String last = "";
                String finding = "";
                while (row.next()) {
                    all++;
                    String sha256 = row.getString("sha256");
                    finding = sha256.equals(last) ? finding : finding(sha256, row.getLong("size"));
                    last = sha256;
                    if (!finding.isEmpty()) {
                        wrong++;
                        out.printf(
                                "%s %s %s %s %s%n",
                                row.getString("id"),
                                row.getString("what"),
                                row.getString("source"),
                                row.getTimestamp("kept_at").toInstant(),
                                finding);
                    }
                }
            }
        }
        out.printf("%d verified, %d wrong / %d vérifiés, %d non conformes%n", all, wrong, all, wrong);
        out.flush();
        return wrong;
    }

    /** What is wrong with one; empty when it is what was kept. */
    private String finding(String sha256, long size) {
        MessageDigest digest = digest();
        long read = 0;
        try (InputStream in = contents.find(sha256).open()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                read += n;
            }
        } catch (IOException | UncheckedIOException e) {
            return "missing / manquant (" + e.getClass().getSimpleName() + ")";
        }
        String found = HexFormat.of().formatHex(digest.digest());
        return found.equals(sha256) && read == size
                ? ""
                : "changed / modifié (" + read + " of/sur " + size + " bytes, SHA-256 " + found + ")";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
