package fr.aubette.store.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.HubTest;
import fr.aubette.hub.PlainItems;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A citizen stored before evidence was weighed. */
@HubTest
class FormerCitizensIT {

    private final UUID citizen = UUID.randomUUID();
    private final String mail = citizen + "@example.org";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcOperations writes;

    @Autowired
    CitizenWrites citizens;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Intake intake;

    @Test
    void isFoundAgainByWhatIsKnownOfHer() {
        jdbc.sql("insert into citizen (id, last_name, first_name, opened_at) values (?, 'Renard', 'Camille', now())")
                .param(citizen)
                .update();
        jdbc.sql("insert into identity_key (kind, value, citizen_id, seen_at) values ('mail', ?, ?, now())")
                .param(mail)
                .param(citizen)
                .update();

        new FormerCitizens(jdbc, writes, citizens, transactions).recognise();
        Taken taken =
                intake.take(PlainItems.item("former-" + citizen, "Renard", mail, "Un nid-de-poule sur la RD 12."));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(citizensOf(taken)).isEqualTo(citizen.toString()));
    }

    private String citizensOf(Taken taken) {
        return jdbc.sql("select string_agg(citizen_id::text, ',') from contact where intake_id = ?")
                .param(taken.id().value())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
