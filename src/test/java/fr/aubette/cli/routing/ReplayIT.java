package fr.aubette.cli.routing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.desk.DeskData;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a table would have done to the contacts of the database, before it goes live. */
@HubTest
class ReplayIT {

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void saysWhatWouldHaveChangedProtectedOnesFirstAndWritesNothing() throws IOException {
        data.clear();
        UUID same = contact("ROUTES", "Un nid de poule profond sur la RD 12, chaussée abîmée.", "2026-11-03T08:00:00Z");
        UUID moved = contact("SPORT", "Un nid de poule profond sur la RD 14, chaussée abîmée.", "2026-11-04T08:00:00Z");
        UUID seen = contact("ROUTES", "Mon mari me frappe tous les soirs, j'ai peur de lui.", "2026-11-05T08:00:00Z");
        contact("SPORT", "Un nid de poule profond sur la RD 15, chaussée abîmée.", "2026-10-01T08:00:00Z");
        String before = books();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = new RoutingCommand(Path.of("config"), folder, print, print, database::getConnection)
                .run("replay", "--since", "2026-11-01", "--out", "changed.csv");

        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        assertThat(said)
                .contains(
                        "3 contacts, 2 changed",
                        "gained  MOBILITES_VOIRIE -> INSERTION",
                        "1  SPORT -> MOBILITES_VOIRIE")
                .containsSubsequence("protected lane", "directorates", "motives");
        List<String> rows = Files.readAllLines(folder.resolve("changed.csv"));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith(seen + ",form,2026-11-05,gained,ROUTES,");
        assertThat(rows.get(2)).startsWith(moved + ",form,2026-11-04,,SPORT,ROUTES,SPORT,MOBILITES_VOIRIE");
        assertThat(String.join("", rows)).doesNotContain(same.toString(), "frappe", "Perrin");
        assertThat(books()).isEqualTo(before);
    }

    /** One that was decided so when it came. */
    private UUID contact(String motive, String text, String at) {
        DeskData.Draft ticket = data.ticket(motive, "SPORT", "Demande").open("Lise", "Perrin");
        UUID contact =
                ticket.said(new Form("contact", Optional.empty(), Map.of()), Instant.parse(at), Person.unknown(), text);
        jdbc.sql("""
                        update decision set result = ? where stage = 'classify'
                        and intake_id = (select intake_id from contact where id = ?)
                        """).params(motive, contact).update();
        return contact;
    }

    private String books() {
        return jdbc.sql("""
                        select (select count(*) from decision) || ' ' || (select count(*) from ticket_event) || ' '
                            || (select sum(version) from ticket) || ' ' || (select count(*) from outbox)
                        """).query(String.class).single();
    }
}
