package fr.aubette.store.identify;

import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.KnownText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the written forms of the citizens of a database from before there were any: done once, some at a time, by one
 * hub.
 */
@Component
class FormerForms {

    private static final int AT_ONCE = 500;

    private static final String NEXT = "select id, known from citizen where id > :after order by id limit " + AT_ONCE;

    private static final String WRITE = """
            insert into citizen_form (form, citizen_id)
            select form, :id from unnest(:forms::text[]) as written (form) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private boolean done;

    FormerForms(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Known(UUID id, String text) {

        static Known of(ResultSet row) throws SQLException {
            return new Known(row.getObject("id", UUID.class), row.getString("known"));
        }
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void make() {
        while (!done) {
            done = Boolean.TRUE.equals(transaction.execute(status -> some()));
        }
    }

    /** Whether nothing is left for this hub. */
    private boolean some() {
        Optional<UUID> after = jdbc.sql("select after_id from citizen_form_left for update skip locked")
                .query(UUID.class)
                .optional();
        if (after.isEmpty()) {
            return true;
        }
        List<Known> next = jdbc.sql(NEXT)
                .param("after", after.get())
                .query((row, n) -> Known.of(row))
                .list();
        next.forEach(this::write);
        if (next.isEmpty()) {
            jdbc.sql("delete from citizen_form_left").update();
            return true;
        }
        UUID last = next.get(next.size() - 1).id();
        jdbc.sql("update citizen_form_left set after_id = :last")
                .param("last", last)
                .update();
        return false;
    }

    private void write(Known known) {
        String id = known.id().toString();
        String[] forms =
                WrittenForms.of(KnownText.profile(id, id, known.text())).toArray(String[]::new);
        jdbc.sql(WRITE).param("id", known.id()).param("forms", forms).update();
    }
}
