package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.cli.csv.CsvWriter;
import fr.aubette.hub.HubDatabase;
import fr.aubette.identify.match.KnownText;
import fr.aubette.store.desk.SearchForBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a directorate's software tells each night. */
class CitizenDeltaTest {

    private static final String HEADER =
            "IDPERS;NOM;PRENOM;NE LE;TEL;ADRESSE;CP;VILLE;NODOSSIER;Référent;Secteur;NIR;Confidentiel\n";
    private static final String ROBERT =
            "7;Chauvin;Robert;19/08/1942;0639980107;3 rue des Tilleuls;96200;Sauval;APA-2023-004518;Nadia Ferhat;MDS Sauval;142089620012345;N\n";
    private static final String JEANNE =
            "8;Quentric;Jeanne;03/02/1950;0639980108;12 rue du Gué;96100;Brennac;APA-2024-000012;;;;non\n";
    private static final String HIDDEN = "9;Yvernaux;Célestine;01/03/2015;;;;;AED-2024-000077;;;;O\n";
    private static final String OF_CHILDREN = "10;Delaunay;Oriane;01/07/2012;;;;;ASE-2025-000031;;;;N\n";

    private static final DeltaSettings SOLIS = new DeltaSettings(
            "AUTONOMIE",
            Map.of("id", List.of("IDPERS"), "case-file", List.of("NODOSSIER"), "birth-date", List.of("NE LE")),
            true,
            0.2,
            List.of("ASE", "CRIP"),
            true);

    private static final List<String> TABLES = List.of(
            "citizen", "citizen_fact", "citizen_key", "citizen_form", "citizen_merge", "never_same", "case_file");

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private static JdbcClient jdbc;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        jdbc = DATABASE.jdbc();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate citizen, citizen_batch cascade").update();
    }

    private boolean told(String... rows) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("solis.csv"), HEADER + String.join("", rows));
        return run(file);
    }

    private boolean run(Path file) throws IOException, SQLException {
        try (Connection connection = DATABASE.connect()) {
            PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
            return new CitizenDelta(connection, err, "solis", SOLIS).run(file, folder.resolve("errors.csv"));
        }
    }

    private void rollBack() throws SQLException {
        long last = jdbc.sql("select max(id) from citizen_batch where rolled_back_at is null")
                .query(Long.class)
                .single();
        rollBack(last);
    }

    private static void rollBack(long batch) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            new DeltaRollback(connection).run(batch);
        }
    }

    /** Every row of what is known, in words. */
    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            all.append(table).append('\n');
            jdbc.sql("select t::text from " + table + " t order by 1")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }

    private static List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static UUID id(String person) {
        return UUID.nameUUIDFromBytes(("solis|" + person).getBytes(StandardCharsets.UTF_8));
    }

    /** As a contact would have opened it. */
    private static UUID known(String last, String first, String born, String phone) {
        UUID id = UUID.randomUUID();
        String text = "surname " + last + "\nfirst-name " + first + "\nbirth-date " + born + "\nphone " + phone + "\n";
        jdbc.sql("insert into citizen (id, last_name, first_name, birth_date, opened_at, known) "
                        + "values (?, ?, ?, ?::date, now(), ?)")
                .params(id, last, first, born, text)
                .update();
        text.lines()
                .forEach(line -> jdbc.sql(
                                "insert into citizen_fact values (?, ?, ?, 'contact', 'claimed', now(), now())")
                        .params(id, line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1))
                        .update());
        try (Connection connection = DATABASE.connect()) {
            CitizenIndex.add(new BulkSql(connection), List.of(KnownText.profile(id.toString(), id.toString(), text)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    @Test
    void isFoundByTheNumberOfACaseFileHoweverItIsTyped() throws IOException, SQLException {
        told(ROBERT, JEANNE);
        SearchForBench search = SearchForBench.over(jdbc);

        assertThat(search.found("apa 2023/004518")).isEqualTo(1);

        jdbc.sql("update case_file set ended_at = now()").update();
        assertThat(search.found("APA-2023-004518")).as("a file that has ended").isZero();
    }

    @Test
    void bringsPersonsTheirCaseFilesReferentsAndSectors() throws Exception {
        assertThat(told(ROBERT, JEANNE)).isTrue();

        assertThat(
                        texts(
                                "select number || ' ' || directorate || ' ' || referent || ' ' || sector from case_file order by 1"))
                .containsExactly("APA2023004518 AUTONOMIE Nadia Ferhat MDS Sauval", "APA2024000012 AUTONOMIE  ");
        assertThat(texts("select last_name from citizen order by 1")).containsExactly("Chauvin", "Quentric");
        assertThat(texts("select distinct source || ' ' || proof from citizen_fact"))
                .containsExactly("solis checked");
    }

    @Test
    void changesNothingWhenItIsToldTwice() throws Exception {
        told(ROBERT, JEANNE);
        String once = everything();

        told(ROBERT, JEANNE);

        assertThat(everything()).isEqualTo(once);
        assertThat(jdbc.sql(
                                "select count(*) from citizen_batch_change where batch_id = (select max(id) from citizen_batch)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void writesOnlyWhatChanged() throws Exception {
        told(ROBERT, JEANNE);

        told(ROBERT.replace("3 rue des Tilleuls", "8 quai du Port").replace("Nadia Ferhat", "Paul Garnier"), JEANNE);

        assertThat(texts("select what || ' ' || citizen_id from citizen_batch_change where batch_id = "
                        + "(select max(id) from citizen_batch) order by 1"))
                .containsExactly("case_file " + id("7"), "citizen " + id("7"));
        assertThat(texts("select value from citizen_fact where kind = 'address' and citizen_id = '" + id("7") + "'"))
                .containsExactly("8|port|96200|sauval");
    }

    @Test
    void isTakenBackToTheExactStateBefore() throws Exception {
        told(ROBERT);
        String before = everything();
        told(ROBERT.replace("0639980107", "0639980199").replace("Chauvin", "Chauvain"), JEANNE);
        assertThat(everything()).isNotEqualTo(before);

        rollBack();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isTakenBackToNothingAtAll() throws Exception {
        known("chauvin", "robert", "1942-08-19", "+33639980107");
        String before = everything();
        told(ROBERT, JEANNE);

        rollBack();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isTakenBackLatestFirst() throws Exception {
        told(ROBERT);
        told(ROBERT, JEANNE);
        long first =
                jdbc.sql("select min(id) from citizen_batch").query(Long.class).single();

        assertThatThrownBy(() -> rollBack(first)).isInstanceOf(WrongUsage.class);
    }

    @Test
    void leavesWhatAContactHasSaidSinceWhenItIsTakenBack() throws Exception {
        told(ROBERT);
        jdbc.sql(
                        "insert into citizen_fact values (?, 'mail', 'robert@example.org', 'contact', 'matched', now(), now())")
                .param(id("7"))
                .update();
        jdbc.sql("update citizen_fact set last_seen = now() where kind = 'phone'")
                .update();
        jdbc.sql("update citizen set known = known || E'mail robert@example.org\\n'")
                .update();
        jdbc.sql("insert into identity_key values ('mail', 'robert@example.org', ?, now())")
                .param(id("7"))
                .update();

        rollBack();

        assertThat(texts("select kind || ' ' || value || ' ' || source from citizen_fact order by 1"))
                .containsExactly("mail robert@example.org contact", "phone +33639980107 contact");
        assertThat(texts("select known from citizen")).containsExactly("mail robert@example.org\n");
    }

    @Test
    void putsItsRecordUnderWhoIsSurelyKnown() throws Exception {
        UUID known = known("chauvin", "robert", "1942-08-19", "+33639980107");
        UUID namesake = known("quentric", "jeanne", "1971-01-01", "+33639980177");

        told(ROBERT, JEANNE);

        assertThat(texts("select absorbed || ' ' || kept from citizen_merge")).containsExactly(id("7") + " " + known);
        assertThat(texts("select person::text from citizen where id = '" + namesake + "'"))
                .containsOnlyNulls();
    }

    @Test
    void neverUndoesAnAgentsMergeOrSplit() throws Exception {
        UUID known = known("chauvin", "robert", "1942-08-19", "+33639980107");
        UUID other = known("quentric", "jehanne", "1949-02-03", "+33639980177");
        told(ROBERT, JEANNE);
        jdbc.sql("update citizen_merge set undone_by = 'nadia', undone_at = now()")
                .update();
        jdbc.sql("update citizen set person = null").update();
        jdbc.sql("insert into citizen_merge values (gen_random_uuid(), ?, ?, 'la même', 'nadia', now())")
                .params(other, id("8"))
                .update();
        jdbc.sql("update citizen set person = ? where id in (?, ?)")
                .params(id("8"), id("8"), other)
                .update();
        String merges = texts("select m::text from citizen_merge m order by 1").toString();

        told(ROBERT.replace("0639980107", "0639980199"), JEANNE.replace("12 rue", "14 rue"));

        assertThat(texts("select m::text from citizen_merge m order by 1").toString())
                .isEqualTo(merges);
        assertThat(texts("select id::text from citizen where person is null"))
                .containsExactlyInAnyOrder(known.toString(), id("7").toString());

        rollBack();
        rollBack();

        assertThat(texts("select m::text from citizen_merge m order by 1").toString())
                .isEqualTo(merges);
    }

    @Test
    void leavesNationalNumbersOutAndSaysWhichColumn() throws Exception {
        told(ROBERT);

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NIR left out");
        assertThat(everything()).doesNotContain("142089620012345");
        assertThat(texts("select coalesce(before::text, '') || coalesce(after::text, '') from citizen_batch_change"))
                .noneMatch(image -> image.contains("142089620012345"));
    }

    @Test
    void refusesANationalNumberWhereAnotherIsExpected() throws Exception {
        boolean whole = told(ROBERT.replace("APA-2023-004518", "1 42 08 96 200 123"), JEANNE);

        assertThat(whole).isFalse();
        assertThat(Files.readAllLines(folder.resolve("errors.csv"))).anyMatch(line -> line.startsWith("2,"));
        assertThat(Files.readString(folder.resolve("errors.csv"))).doesNotContain("200 123");
        assertThat(texts("select last_name from citizen")).containsExactly("Quentric");
    }

    @Test
    void leavesProtectedFilesOutAndCountsThem() throws Exception {
        told(ROBERT, HIDDEN, OF_CHILDREN);

        assertThat(texts("select last_name from citizen")).containsExactly("Chauvin");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("2 protected");
    }

    @Test
    void takesOutWhatBecomesProtected() throws Exception {
        told(ROBERT, JEANNE);

        told(ROBERT, JEANNE.replace("non", "oui"));

        assertThat(texts("select number from case_file where ended_at is null")).containsExactly("APA2023004518");
        assertThat(texts("select kind from citizen_fact where citizen_id = '" + id("8") + "'"))
                .isEmpty();
        assertThat(texts("select form from citizen_form where citizen_id = '" + id("8") + "'"))
                .isEmpty();
    }

    @Test
    void endsWhatIsToldNoMoreUnlessTheFileIsCutShort() throws Exception {
        told(ROBERT, JEANNE);
        told(ROBERT);
        assertThat(texts("select number from case_file where ended_at is not null"))
                .containsExactly("APA2024000012");

        assertThat(told()).isFalse();

        assertThat(texts("select number from case_file where ended_at is null")).containsExactly("APA2023004518");
    }

    @Test
    void saysTheLineOfWhatItCannotRead() throws Exception {
        told(ROBERT);

        told(ROBERT.replace("19/08/1942", "31/02/1942"), ";Sans;Numéro;;;;;;;;;;\n");

        assertThat(Files.readAllLines(folder.resolve("errors.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("2,"))
                .anyMatch(line -> line.startsWith("3,"));
        assertThat(texts("select number from case_file where ended_at is null")).containsExactly("APA2023004518");
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        Path file = folder.resolve("many.csv");
        try (CsvWriter rows = new CsvWriter(file, "IDPERS", "NOM", "PRENOM", "NE LE", "NODOSSIER")) {
            for (int i = 0; i < 1_700; i++) {
                rows.row("P" + i, "Renard", "Jean" + (char) ('a' + i % 26), "01/02/1950", "APA-2024-" + (100_000 + i));
            }
        }
        jdbc.sql("""
                        create function killed() returns trigger language plpgsql as
                        $$ begin if new.number = 'APA2024101200' then raise 'killed'; end if; return new; end $$
                        """).update();
        jdbc.sql("create trigger killed before insert on case_file for each row execute function killed()")
                .update();
        assertThatThrownBy(() -> run(file)).isInstanceOf(SQLException.class);
        assertThat(jdbc.sql("select rows from citizen_batch").query(Long.class).single())
                .isEqualTo(1_000);
        jdbc.sql("drop function killed() cascade").update();

        run(file);

        assertThat(jdbc.sql("select count(*) from citizen_batch")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from case_file where ended_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_700);
        rollBack();
        assertThat(jdbc.sql("select count(*) from citizen").query(Long.class).single())
                .isZero();
    }

    @Test
    void doesNotMixTwoFilesOfASource() throws Exception {
        told(ROBERT);
        jdbc.sql("update citizen_batch set finished_at = null").update();

        assertThatThrownBy(() -> told(ROBERT, JEANNE)).isInstanceOf(WrongUsage.class);
    }
}
