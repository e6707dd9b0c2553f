package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people have answered on the review screen, as teaching. */
class GivenAnswersTest {

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private static JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        jdbc = DATABASE.jdbc();
    }

    private static UUID citizen(String known) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into citizen (id, opened_at, known) values (?, now(), ?)")
                .params(id, known)
                .update();
        return id;
    }

    /** A contact with a new phone whose name is that of the first of two candidates. */
    private static void answered(boolean undone) {
        UUID contact = UUID.randomUUID();
        UUID one = citizen("surname renard\nfirst-name camille\nphone +33639980101\n");
        UUID other = citizen("surname renard\nfirst-name camille\nbirth-date 1950-02-01\n");
        UUID own = citizen("");
        UUID merge = UUID.randomUUID();
        jdbc.sql("""
                        insert into intake (id, channel, source, reference, received_at, taken_at, announced_at, media_type, facts,
                            sha256, size)
                        values (:id, 'mail', 'brennac', cast(:id as text), now(), now(), now(), 'message/rfc822', '{}',
                            repeat('a', 64), 1)
                        """).param("id", contact).update();
        jdbc.sql("""
                        insert into contact (id, intake_id, channel, received_at, certainty, subject, detail)
                        values (:id, :id, 'mail', now(), 'AMBIGUOUS', 'Objet', cast(:detail as jsonb))
                        """).param("id", contact).param("detail", """
                        {"requester": {"name": null, "lastName": "Renard", "firstName": "Camille", "birthDate": null,
                         "phones": ["+33639980155"], "mails": [], "address": null}}
                        """).update();
        jdbc.sql("insert into citizen_merge values (?, ?, ?, 'réponse', 'nadia', now(), ?, "
                        + (undone ? "now())" : "null)"))
                .params(java.util.Arrays.asList(merge, own, one, undone ? "nadia" : null))
                .update();
        jdbc.sql("insert into identity_answer values (?, ?, ?, ?, ?, 'nadia', now())")
                .params(contact, new UUID[] {one, other}, one, own, merge)
                .update();
    }

    @Test
    void areShownBeforeAndAfterAndChangeNothingByThemselves() throws Exception {
        List.of(false, false, false, true).forEach(GivenAnswersTest::answered);
        Path out = folder.resolve("weights.csv");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        try (Connection connection = DATABASE.connect()) {
            new MatchTune(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run(GivenAnswers.of(connection), Optional.empty(), out);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("3 answers")
                .containsPattern("phone_unknown +0\\.2200 +0\\.22\\d\\d +2")
                .containsPattern("before +1 ")
                .containsPattern("after +1 ");
        assertThat(Files.readAllLines(out)).anyMatch(line -> line.startsWith("phone_unknown,"));
    }
}
