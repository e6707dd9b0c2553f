package fr.aubette.store.access;

import fr.aubette.access.Readings;
import fr.aubette.access.Viewer;
import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReadings implements Readings {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcReadings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void noteRaw(Viewer viewer, IntakeId intake) {
        jdbc.sql("""
                        insert into reading (at, account_id, intake_id, purpose, deputy_for)
                        values (:at, :account, :intake, 'quarantine', :deputyFor)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("account", viewer.account())
                .param("intake", intake.value())
                .param("deputyFor", String.join(" ", viewer.deputyFor()))
                .update();
    }

    @Override
    public void note(Viewer viewer, TicketId ticket, Purpose purpose) {
        jdbc.sql("""
                        insert into reading (at, account_id, ticket_id, purpose, deputy_for)
                        values (:at, :account, :ticket, :purpose, :deputyFor)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("account", viewer.account())
                .param("ticket", ticket.value())
                .param("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .param("deputyFor", String.join(" ", viewer.deputyFor()))
                .update();
    }
}
