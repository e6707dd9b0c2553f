package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.FileContentStore;
import fr.aubette.model.Content;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OriginalsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final String COPY = """
            insert into letter_copy (intake_id, sha256, size, pages, made_at)
            select id, ?, ?, 1, taken_at from intake i where source in ('whole', 'missing')
              and not exists (select 1 from letter_copy c where c.intake_id = i.id) order by source desc limit 1
            """;

    private static final String PRINTED = """
            with made as (
                insert into print_batch (id, made_at, made_by, restricted)
                values (gen_random_uuid(), timestamptz '2026-03-02 09:00Z', 'odile', false) returning id)
            insert into print_letter (batch_id, place, answer_id, number, town, pages, sha256, size)
            select id, 1, gen_random_uuid(), 'D-1', '', 1, ?, ? from made
            """;

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    @TempDir
    Path folder = Path.of("");

    @Test
    void names_what_was_changed_or_is_missing_and_nothing_else() throws Exception {
        try (Connection connection = DATABASE.connect()) {
            FileContentStore contents = new FileContentStore(folder);
            taken(connection, contents, "whole", DAY);
            String changed = taken(connection, contents, "changed", DAY);
            String missing = taken(connection, contents, "missing", DAY);
            String other = taken(connection, contents, "of another day", DAY.plusDays(1));
            String copy = madeOf(connection, contents, "copy", COPY);
            String printed = madeOf(connection, contents, "printed", PRINTED);
            madeOf(connection, contents, "copy as it was made", COPY);
            Files.writeString(place(copy), "Changed");
            Files.delete(place(printed));
            Files.writeString(place(changed), "Changed");
            Files.delete(place(missing));
            Files.delete(place(other));
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            long wrong = new Originals(connection, contents, new PrintStream(out, true, StandardCharsets.UTF_8))
                    .verify(DAY, DAY);

            assertThat(wrong).isEqualTo(4);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("letter changed ", "letter missing ", "6 verified, 4 wrong")
                    .containsPattern("reading-copy whole \\S+ changed")
                    .containsPattern("printed-letter batch 1 \\S+ missing")
                    .doesNotContain("letter whole ", "another day");
        }
    }

    /** What was made of an original on that day, of a ticket and an answer that matter to nobody here. */
    private static String madeOf(Connection connection, ContentStore contents, String what, String sql)
            throws Exception {
        ContentStore.Kept kept = contents.keep(Content.of(what.getBytes(StandardCharsets.UTF_8)));
        connection.setAutoCommit(true);
        try (PreparedStatement row = connection.prepareStatement("set session_replication_role = replica;" + sql)) {
            row.setString(1, kept.sha256());
            row.setLong(2, kept.size());
            row.executeUpdate();
        }
        return kept.sha256();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String taken(Connection connection, ContentStore contents, String what, LocalDate day)
            throws Exception {
        ContentStore.Kept kept = contents.keep(Content.of(what.getBytes(StandardCharsets.UTF_8)));
        Instant at = day.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC);
        try (PreparedStatement row = connection.prepareStatement(
                "insert into intake (id, channel, source, reference, received_at, taken_at, announced_at, media_type, facts, sha256, size)"
                        + " values (?, 'letter', ?, ?, ?, ?, ?, 'application/pdf', '{}', ?, ?)")) {
            row.setObject(1, UUID.randomUUID());
            row.setString(2, what);
            row.setString(3, kept.sha256());
            row.setTimestamp(4, Timestamp.from(at));
            row.setTimestamp(5, Timestamp.from(at));
            row.setTimestamp(6, Timestamp.from(at));
            row.setString(7, kept.sha256());
            row.setLong(8, kept.size());
            row.executeUpdate();
        }
        return kept.sha256();
    }
}
