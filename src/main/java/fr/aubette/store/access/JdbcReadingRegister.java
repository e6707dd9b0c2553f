package fr.aubette.store.access;

import fr.aubette.access.ReadingRegister;
import fr.aubette.access.Readings.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReadingRegister implements ReadingRegister {

    /**
     * Of several directorates in which the reader works, the one that leads the ticket, else one that has a part in it.
     */
    private static final String OF_PERSON = """
            select r.at, r.purpose, t.number, coalesce((
                       select a.directorate from attribution a
                       join account_right w on w.directorate = a.directorate and w.account_id = r.account_id
                       where a.ticket_id = t.id order by a.role <> 'lead', a.directorate limit 1), '') as directorate
            from reading r join ticket t on t.id = r.ticket_id
            where t.citizen_id in (select c.id from citizen c where coalesce(c.person, c.id) = :person)
              and t.priority <> 'protected' and not t.motive = any(:hidden::text[])
              and not exists (
                  select 1 from false_alarm f where f.ticket_id = t.id and f.undone_at is null and r.at < f.at)
            order by r.at desc, r.id desc limit :most
            """;

    private final JdbcClient jdbc;

    JdbcReadingRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Read> of(UUID person, List<String> hidden, int most) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Read(
                        row.getTimestamp("at").toInstant(),
                        row.getString("number"),
                        row.getString("directorate"),
                        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT))))
                .list();
    }
}
