package fr.aubette.store.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.hub.HubDatabase;
import fr.aubette.intake.FileContentStore;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.normalise.letter.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTakenScansTest {

    private static final IntakeId SCAN = new IntakeId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    @TempDir
    Path folder = Path.of("");

    @Test
    void takes_each_further_letter_in_once_with_the_bytes_of_its_scan() throws Exception {
        JdbcClient jdbc = DATABASE.jdbc();
        FileContentStore contents = new FileContentStore(folder);
        String sha256 = contents.keep(Content.of("scan".getBytes(StandardCharsets.UTF_8)))
                .sha256();
        jdbc.sql("""
                        insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                            media_type, facts, sha256, size)
                        values (?, 'letter', 'siege', 'r', now(), now(), now(), 'image/tiff', '{"site": "Hôtel"}', ?, 4)
                        """).params(SCAN.value(), sha256).update();
        JdbcTakenScans scans =
                new JdbcTakenScans(jdbc, new ObjectMapper(), contents, text -> text.contains("danger"), event -> {});

        scans.enter(SCAN, new Part(2, List.of(3, 4), "Une demande"));
        scans.enter(SCAN, new Part(3, List.of(5), "Un enfant en danger"));
        scans.enter(SCAN, new Part(2, List.of(3, 4), "Une demande"));

        assertThat(jdbc.sql(
                                "select reference || ' ' || destination from intake join outbox on outbox.body = intake.id::text"
                                        + " order by reference")
                        .query(String.class)
                        .list())
                .containsExactly("r#2 aubette.intakes", "r#3 aubette.intakes.urgent");
        assertThat(jdbc.sql("select sum(n) from tally_delta where channel = 'letter' and what = 'taken'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        UUID second = jdbc.sql("select id from intake where reference = 'r#2'")
                .query(UUID.class)
                .single();
        assertThat(scans.find(new IntakeId(second))).get().satisfies(item -> {
            assertThat(item.facts()).containsEntry("letter", "2").containsEntry("site", "Hôtel");
            assertThat(item.content().open()).hasBinaryContent("scan".getBytes(StandardCharsets.UTF_8));
        });
    }
}
