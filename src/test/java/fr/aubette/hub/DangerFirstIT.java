package fr.aubette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.desk.DeskData;
import fr.aubette.intake.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A child in danger does not wait behind a backlog. */
@HubTest
class DangerFirstIT {

    private static final String AT = "2026-11-02T08:00:00Z";

    @Autowired
    DeskData data;

    @Autowired
    SceneItems scene;

    @Autowired
    DataSource database;

    @Test
    void reachesItsDeskWhileAllConsumersOfTheOrdinaryQueueWait() throws SQLException {
        data.clear();
        String sender = "file-" + UUID.randomUUID() + "@example.org";
        try (Connection held = database.getConnection()) {
            held.setAutoCommit(false);
            try (PreparedStatement lock =
                    held.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, "citizen mail " + sender);
                lock.execute();
            }
            Taken[] backlog = Stream.generate(
                            () -> scene.mail(AT, sender, "Menu", "Quels sont les menus de la cantine du collège ?"))
                    .limit(12)
                    .toArray(Taken[]::new);

            Taken danger = scene.mail(
                    AT,
                    "voisine-" + UUID.randomUUID() + "@example.org",
                    "Enfant",
                    "Le petit du 4e, 5 ans, a des bleus, son père le frappe tous les soirs.");
            scene.ends(danger);

            assertThat(scene.ticket(danger)).startsWith("ENFANCE_FAMILLE ENFANT_EN_DANGER");
            for (Taken each : backlog) {
                assertThat(scene.outcome(each)).isEmpty();
            }
            held.rollback();
        }
        await().atMost(SceneItems.SOON)
                .until(() -> scene.count("select count(*) from intake where outcome is null") == 0);
    }
}
