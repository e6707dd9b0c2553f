package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CitizenImportTest {

    private static final String REGISTER = """
            Numéro;Nom;Prénom;Né le;Portable;Adresse;CP;Ville
            1;Quentric;Anastase;03/02/1950;06 39 98 01 01;12 rue du Gué;96100;Brennac
            2;Quentrice;Anastase;03/02/1950;0639980101;12, r. du Gué;96100;BRENNAC
            ;Sans;Numéro;;;;;
            4;Yvernaux;Célestine;31/02/1990;;4 quai du Port;96300;Brennac
            5;Delaunay;Oriane;01/07/1971;0639980105;;96300;
            """;

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private static JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        jdbc = DATABASE.jdbc();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate citizen, citizen_import cascade").update();
    }

    private long load(String text) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("register.csv"), text);
        try (Connection connection = DATABASE.connect()) {
            PersonColumns.Mapping mapping = PersonColumns.Mapping.of(java.util.List.of("id=Numéro"));
            return new CitizenImport(connection, quiet(), "register", mapping).run(file, folder.resolve("errors.csv"));
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void saysTheLineOfWhatItCannotRead() throws IOException, SQLException {
        long refused = load(REGISTER);

        assertThat(refused).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("errors.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("4,"))
                .anyMatch(line -> line.startsWith("5,"));
        assertThat(count("citizen")).isEqualTo(4);
    }

    @Test
    void changesNothingWhenItIsRunAgain() throws IOException, SQLException {
        load(REGISTER);
        long facts = count("citizen_fact");
        long keys = count("citizen_key");
        jdbc.sql("update citizen_import set rows = 1").update();

        load(REGISTER);

        assertThat(count("citizen")).isEqualTo(4);
        assertThat(count("citizen_fact")).isEqualTo(facts).isPositive();
        assertThat(count("citizen_key")).isEqualTo(keys).isPositive();
    }

    @Test
    void goesOnWhereItStopped() throws IOException, SQLException {
        load(REGISTER);
        jdbc.sql("truncate citizen cascade").update();
        jdbc.sql("update citizen_import set rows = 4").update();

        load(REGISTER);

        assertThat(jdbc.sql("select last_name from citizen").query(String.class).list())
                .containsExactly("Delaunay");
    }

    @Test
    void listsProbableDuplicatesAndMergesNone() throws IOException, SQLException {
        load(REGISTER);
        Path out = folder.resolve("duplicates.csv");

        try (Connection connection = DATABASE.connect()) {
            new CitizenDuplicates(connection, quiet()).run(out);
        }

        assertThat(Files.readAllLines(out)).hasSize(2);
        assertThat(count("citizen_merge")).isZero();
    }
}
