package fr.aubette.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Whether this machine's clock agrees with PostgreSQL's: leases and deadlines depend on both. */
record ClockCheck(String url, String user, String password, Clock clock) implements Check {

    private static final Duration MOST = Duration.ofSeconds(2);

    @Override
    public Finding look() {
        try (Connection connection = PostgresCheck.connect(url, user, password);
                Statement statement = connection.createStatement()) {
            Instant before = clock.instant();
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant here =
                        before.plus(Duration.between(before, clock.instant()).dividedBy(2));
                return found(Duration.between(there, here).abs());
            }
        } catch (SQLException e) {
            return Finding.warning(
                    new Said("not compared: PostgreSQL does not answer", "non comparée : PostgreSQL ne répond pas"),
                    new Said("see PostgreSQL", "voyez PostgreSQL"));
        }
    }

    private static Finding found(Duration apart) {
        String millis = apart.toMillis() + " ms";
        return apart.compareTo(MOST) <= 0
                ? Finding.ok(millis + " from PostgreSQL's", "à " + millis + " de celle de PostgreSQL")
                : Finding.warning(
                        new Said(millis + " from PostgreSQL's", "à " + millis + " de celle de PostgreSQL"),
                        new Said("synchronise both machines by NTP", "synchronisez les deux machines par NTP"));
    }
}
