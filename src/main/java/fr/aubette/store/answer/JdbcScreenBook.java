package fr.aubette.store.answer;

import fr.aubette.answer.AnswerId;
import fr.aubette.answer.ScreenBook;
import fr.aubette.model.IntakeId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScreenBook implements ScreenBook {

    private final JdbcClient jdbc;

    JdbcScreenBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Registered> registered(IntakeId intake) {
        return jdbc.sql("""
                        select t.number, a.id as answer
                        from contact c
                        join ticket_contact tc on tc.contact_id = c.id
                        join ticket t on t.id = tc.ticket_id and t.priority <> 'protected'
                        left join lateral (
                            select id from answer
                            where ticket_id = t.id and kind = 'acknowledgement'
                              and state not in ('draft', 'visa', 'signature', 'stopped', 'discarded')
                            order by created_at desc limit 1) a on true
                        where c.intake_id = :intake and c.channel = 'form'
                        order by t.number
                        """)
                .param("intake", intake.value())
                .query((row, n) -> new Registered(
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("answer", UUID.class)).map(AnswerId::new)))
                .list();
    }
}
