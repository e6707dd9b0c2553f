package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.intake.Intake;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.Scans;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stock of old papers, told to the whole hub by the command. */
@HubTest
class BackfileIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    /** Pages: enough to be far from its end when the letter of the day has been read. */
    private static final int LONG_FILE = 16;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @TempDir
    Path folder = Path.of("");

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Test
    void files_each_item_once_and_tells_a_person_what_to_look_at() throws Exception {
        importCitizen("Vasseur-" + mark, "Colombe", "1948-03-11");
        Files.createDirectories(folder.resolve("Boîte 1"));
        write("Boîte 1/Vasseur.PDF", Scans.pdf(2, "Notification ancienne."));
        write("Boîte 1/inconnu.pdf", Scans.pdf(1, "Une autre personne."));
        write("protégé.pdf", Scans.locked());
        write("orphelin.pdf", Scans.pdf(1, "Sans ligne."));
        write("index.csv", """
                fichier;n° dossier;nom;prénom;date de naissance
                Boîte 1\\vasseur.pdf;MDPH 1998/%1$s;Vasseur-%1$s;Colombe;11/03/1948
                Boîte 1/inconnu.pdf;MDPH-2001-%1$s;Quelquun-%1$s;Zoé;01/01/1950
                protégé.pdf;MDPH-2002-%1$s;Vasseur-%1$s;Colombe;11/03/1948
                absent.pdf;MDPH-2003-%1$s;Vasseur-%1$s;Colombe;11/03/1948
                boîte 1/vasseur.pdf;MDPH-2004-%1$s;Vasseur-%1$s;Colombe;11/03/1948
                """.formatted(mark).getBytes(StandardCharsets.UTF_8));

        UUID stock = register(List.of("case=n° dossier"));
        assertThat(register(List.of("case=n° dossier"))).as("told twice").isEqualTo(stock);
        Path report = folder.resolve("rapport.csv");
        try (Connection connection = database.getConnection()) {
            BackfileProgress progress = new BackfileProgress(connection, stock);
            await().atMost(SOON).until(() -> progress.look().ended());
            assertThat(progress.look().pages()).isEqualTo(3);
            assertThat(progress.report(report)).isEqualTo(5);
        }

        assertThat(Files.readString(report))
                .contains(
                        "inconnu.pdf,MDPH-2001-" + mark + ",personne inconnue",
                        "protégé.pdf,MDPH-2002-" + mark + ",illisible en tout ou partie,le PDF est protégé",
                        "absent.pdf,MDPH-2003-" + mark + ",ligne sans fichier",
                        "fichier nommé deux fois",
                        "orphelin.pdf,,fichier sans ligne");
        assertThat(count("intake where source = ? and outcome = 'filed'", stock))
                .isEqualTo(3);
        assertThat(count(
                        "contact c join intake i on i.id = c.intake_id where i.source = ? and c.citizen_id is not null",
                        stock))
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from case_document where case_file = ?")
                        .param("MDPH1998" + mark.toUpperCase(java.util.Locale.ROOT))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(count(
                        "ticket_contact t join contact c on c.id = t.contact_id join intake i on i.id = c.intake_id where i.source = ?",
                        stock))
                .as("no ticket, and so no clock, receipt or call-back")
                .isZero();
        assertThat(jdbc.sql(
                                "select coalesce(sum(case what when 'taken' then n when 'in flight' then -n else -n end), 0) from equation where channel = 'letter'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void lets_a_letter_of_the_day_go_first() throws Exception {
        write("long.pdf", Scans.pdf(LONG_FILE, "Un vieux dossier."));
        write(
                "index.csv",
                ("fichier;dossier;nom\nlong.pdf;X-" + mark + ";Personne\n").getBytes(StandardCharsets.UTF_8));
        UUID stock = register(List.of());
        String pages = "page where source = ?";
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> count(pages, stock) >= 3);

        IntakeId letter = intake.take(new RawItem(
                        ChannelKind.LETTER,
                        "brennac",
                        "jour-" + mark,
                        Instant.now(),
                        "application/pdf",
                        Map.of("site", "Brennac"),
                        Content.of(Scans.pdf(2, "Bonjour, un nid-de-poule rue " + mark + "."))))
                .id();
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from intake where id = ? and outcome is not null")
                                .param(letter.value())
                                .query(Integer.class)
                                .single()
                        == 1);
        int meanwhile = jdbc.sql("select count(*) from page p, intake i where i.id = ? and p.source = ?"
                        + " and p.read_at > i.taken_at and p.read_at < i.ended_at")
                .params(letter.value(), "backfile-" + stock)
                .query(Integer.class)
                .single();

        assertThat(count(pages, stock)).as("the stock is not at its end").isLessThan(LONG_FILE);
        assertThat(meanwhile).as("the page that was being read").isLessThanOrEqualTo(1);
        await().atMost(SOON).until(() -> count(pages, stock) == LONG_FILE);
        await().atMost(SOON).until(() -> count("intake where source = ? and outcome = 'filed'", stock) == 1);
    }

    private UUID register(List<String> columns) throws Exception {
        try (Connection connection = database.getConnection()) {
            return new BackfileRegister(connection)
                    .register(folder.toRealPath(), folder.resolve("index.csv").toRealPath(), columns);
        }
    }

    private void importCitizen(String last, String first, String born) throws Exception {
        Path file = folder.resolveSibling(mark + ".csv");
        Files.writeString(file, "id;nom;prenom;date naissance\n1;" + last + ";" + first + ";" + born + "\n");
        try (Connection connection = database.getConnection();
                PrintStream err = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new CitizenImport(connection, err, "stock-" + mark, PersonColumns.Mapping.NONE)
                    .run(file, folder.resolveSibling(mark + ".errors.csv"));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolveSibling(mark + ".errors.csv"));
        }
    }

    private void write(String name, byte[] content) throws Exception {
        Files.write(folder.resolve(name), content);
    }

    private int count(String from, UUID stock) throws SQLException {
        return jdbc.sql("select count(*) from " + from)
                .param("backfile-" + stock)
                .query(Integer.class)
                .single();
    }
}
