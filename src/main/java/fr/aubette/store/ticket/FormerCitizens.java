package fr.aubette.store.ticket;

import fr.aubette.model.CitizenId;
import fr.aubette.model.Person;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the citizens of a database from before evidence was weighed the keys by which they are found: without them each
 * would be opened a second time. Done once, a few at a time; rows that a journey holds are left for the next round.
 */
@Component
class FormerCitizens {

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(FormerCitizens.class);

    private static final String NEXT = """
            select c.id, c.last_name, c.first_name, c.birth_date, c.opened_at,
                   array(select value from identity_key k where k.citizen_id = c.id and k.kind = 'phone') as phones,
                   array(select value from identity_key k where k.citizen_id = c.id and k.kind = 'mail') as mails
            from citizen c
            where c.known = ''
              and exists (select 1 from identity_key k where k.citizen_id = c.id)
              and not exists (select 1 from citizen_key k where k.citizen_id = c.id)
            limit %d for update of c skip locked
            """.formatted(AT_ONCE);

    private final JdbcClient jdbc;
    private final JdbcOperations writes;
    private final CitizenWrites citizens;
    private final TransactionTemplate transaction;
    private boolean done;

    FormerCitizens(
            JdbcClient jdbc, JdbcOperations writes, CitizenWrites citizens, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.citizens = citizens;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Former(CitizenId id, Person person, Instant openedAt) {}

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    void recognise() {
        if (done) {
            return;
        }
        int all = 0;
        int some = AT_ONCE;
        while (some == AT_ONCE) {
            some = Optional.ofNullable(transaction.execute(status -> some())).orElse(0);
            all += some;
        }
        done = all == 0;
        if (all > 0) {
            LOG.info("{} citizens of a former version can be found by all that is known of them", all);
        }
    }

    private int some() {
        List<Former> next = jdbc.sql(NEXT).query((row, n) -> former(row)).list();
        next.forEach(each -> citizens.recognise(Gathered.in(writes), each.id(), each.person(), each.openedAt()));
        return next.size();
    }

    private static Former former(ResultSet row) throws SQLException {
        Person person = new Person(
                Optional.empty(),
                Optional.ofNullable(row.getString("last_name")),
                Optional.ofNullable(row.getString("first_name")),
                Optional.ofNullable(row.getDate("birth_date")).map(Date::toLocalDate),
                List.of((String[]) row.getArray("phones").getArray()),
                List.of((String[]) row.getArray("mails").getArray()),
                Optional.empty());
        return new Former(
                new CitizenId(row.getObject("id", UUID.class)),
                person,
                row.getTimestamp("opened_at").toInstant());
    }
}
