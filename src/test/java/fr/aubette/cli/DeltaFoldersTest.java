package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.hub.HubDatabase;
import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The folder into which a directorate's software lays its files. */
class DeltaFoldersTest {

    private static final Instant NIGHT = Instant.parse("2026-03-02T01:30:00Z");
    private static final String HEADER = "id;nom;prénom;date de naissance;dossier;référent\n";

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private final Catalogue catalogue = new ConfigurationFolder(Path.of("config")).catalogue();

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate citizen, citizen_batch cascade").update();
    }

    private DeltaFolders folders(String directorate) {
        DeltaSettings solis =
                new DeltaSettings(directorate, Map.of(), true, 0.2, List.of("ASE"), true, folder.toString());
        DataSource database = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DATABASE.connect();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        return new DeltaFolders(
                new CitizenSources(Map.of("solis", solis)), database, catalogue, Clock.fixed(NIGHT, ZoneOffset.UTC));
    }

    private Path laid(String name, String rows, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), rows);
        Files.setLastModifiedTime(file, FileTime.from(NIGHT.minus(ago)));
        return file;
    }

    private static List<String> standing() {
        return DATABASE.jdbc()
                .sql("select number from case_file where ended_at is null order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void bringsInTheOldestFirstAndPutsThemAside() throws IOException {
        laid("b.csv", HEADER + "1;Chauvin;Robert;1942-08-19;APA-1;N. Ferhat\n", Duration.ofHours(2));
        laid("a.CSV", HEADER + "1;Chauvin;Robert;1942-08-19;APA-2;N. Ferhat\n", Duration.ofHours(1));
        Path half = laid("c.csv", HEADER, Duration.ofSeconds(2));
        DeltaFolders folders = folders("AUTONOMIE");

        folders.look();
        folders.look();

        assertThat(standing()).containsExactly("APA2");
        assertThat(half).as("may still be written").exists();
        assertThat(folder.resolve("a.CSV")).doesNotExist();
        assertThat(DATABASE.jdbc()
                        .sql("select name from citizen_batch order by id")
                        .query(String.class)
                        .list())
                .containsExactly("b.csv", "a.CSV");
        assertThat(folders.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void keepsAFileThatCannotBeBroughtInAndSaysSo() throws IOException {
        Path wrong = laid("a.csv", HEADER + "1;Chauvin;Robert;;APA-1;\n", Duration.ofHours(1));
        DATABASE.jdbc()
                .sql("insert into citizen_batch (source, name, file) values ('solis', 'gone.csv', 'half in')")
                .update();
        DeltaFolders folders = folders("AUTONOMIE");

        folders.look();

        assertThat(wrong).exists();
        assertThat(folders.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(folders.health().getDetails())
                .hasEntrySatisfying("solis", why -> assertThat(why.toString()).contains("gone.csv"));
        Files.delete(wrong);
        folders.look();
        assertThat(folders.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void stopsTheStartWhenItsDirectorateDoesNotExist() {
        assertThatThrownBy(() -> folders("AUTONOMY"))
                .hasMessageContaining("aubette.citizens.sources.solis.directorate");
    }
}
