package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.hub.MovingClock;
import fr.aubette.model.Phone;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls that nobody heard, read from the exchange's own database. */
class TableRecordsTest {

    @TempDir
    Path folder;

    private final TakenCalls taken = new TakenCalls();
    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");

    @Test
    void areTakenOnceFromAsterisksTable() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("bin").toFile())
                .setDataDirectory(folder.resolve("data"))
                .start()) {
            JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
            jdbc.sql("""
                            create table cdr (calldate timestamp, src text, dst text, channel text, dstchannel text,
                                              duration integer, billsec integer, disposition text, linkedid text)
                            """).update();
            row(jdbc, "2026-11-22 08:30:00", "0639980101", "0147293000", "", 9, 0, "NO ANSWER", "pbx-1795330000.1");
            TableRecords records = records(server.getJdbcUrl("postgres", "postgres"));
            records.look();
            assertThat(taken.items).isEmpty();
            row(
                    jdbc,
                    "2026-11-22 10:00:00",
                    "0639980102",
                    "0147293000",
                    "PJSIP/101-00000007",
                    60,
                    45,
                    "ANSWERED",
                    "pbx-1795338000.2");
            records.look();
            assertThat(taken.items).as("its call may still be told").isEmpty();

            clock.set(Instant.parse("2026-11-22T09:05:00Z"));
            records.look();
            records.look();

            assertThat(taken.items).containsOnlyKeys("pbx/pbx-1795338000.2");
            assertThat(taken.deliveries).hasValue(1);
            Phone call = taken.calls().get(0);
            assertThat(call.outcome()).isEqualTo(Phone.Outcome.ANSWERED);
            assertThat(call.answeredBy()).contains("101");
            assertThat(call.talking()).isEqualTo(Duration.ofSeconds(45));
            assertThat(call.caller()).contains("0639980102");
        }
    }

    @Test
    void nameColumnsAndNothingElse() {
        assertThatThrownBy(() -> RecordSpec.parse("jdbc=jdbc:postgresql://pbx/asterisk; table=cdr where 1"))
                .hasMessageContaining("table");
        assertThatThrownBy(() -> RecordSpec.parse(
                        "jdbc=jdbc:postgresql://pbx/asterisk; columns=id:a,start:b,duration:c)--,caller:d"))
                .hasMessageContaining("columns");
    }

    private static void row(
            JdbcClient jdbc,
            String at,
            String src,
            String dst,
            String agent,
            int lasted,
            int talk,
            String what,
            String id) {
        jdbc.sql("insert into cdr values (cast(? as timestamp), ?, ?, 'PJSIP/trunk-1', ?, ?, ?, ?, ?)")
                .params(at, src, dst, agent, lasted, talk, what, id)
                .update();
    }

    private TableRecords records(String url) throws IOException {
        RecordSpec spec = RecordSpec.parse("jdbc=" + url.replaceFirst("\\?.*", "")
                        + "; user=postgres; password=postgres; zone=Europe/Paris")
                .orElseThrow();
        LineSettings settings = CallRecordsTest.settings(folder, SoundSpec.NONE);
        try (Journal journal = Journal.open(settings.journal(), settings.segmentSize())) {
            CallFollower follower = new CallFollower(settings, journal, taken, clock);
            return (TableRecords) CallRecords.of(spec, settings, follower, taken, clock);
        }
    }
}
