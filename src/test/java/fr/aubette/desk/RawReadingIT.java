package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.HubTest;
import fr.aubette.intake.Intake;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.quarantine.QuarantineBook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of readings. */
@HubTest
class RawReadingIT {

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    QuarantineBook book;

    @LocalServerPort
    int port;

    @Test
    void namesWhoDownloadedWhatCouldNotBeHandled() {
        data.clear();
        data.person("courrier", "Courrier", Right.everywhere(Kind.MAILROOM));
        IntakeId taken = intake.take(new RawItem(
                        ChannelKind.FORM,
                        "test",
                        UUID.randomUUID().toString(),
                        Instant.now(),
                        "application/json",
                        Map.of(),
                        Content.of("no form at all".getBytes(StandardCharsets.UTF_8))))
                .id();
        org.awaitility.Awaitility.await()
                .until(() ->
                        book.open(10).stream().anyMatch(each -> each.intake().equals(taken)));
        QuarantineBook.Entry entry = book.open(10).stream()
                .filter(each -> each.intake().equals(taken))
                .findFirst()
                .orElseThrow();
        Visitor clerk = new Visitor(port).signIn("courrier", DeskData.PASSWORD);

        assertThat(clerk.get("/a-reprendre/" + entry.id() + "/original").body()).isEqualTo("no form at all");
        assertThat(clerk.call("/api/quarantine/" + entry.id() + "/raw").statusCode())
                .isEqualTo(200);

        assertThat(jdbc.sql("select a.login || ' ' || r.purpose from reading r join account a on a.id = r.account_id "
                                + "where r.intake_id = ?")
                        .param(taken.value())
                        .query(String.class)
                        .list())
                .containsExactly("courrier quarantine", "courrier quarantine");
    }
}
