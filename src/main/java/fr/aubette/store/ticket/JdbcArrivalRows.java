package fr.aubette.store.ticket;

import fr.aubette.model.IntakeId;
import fr.aubette.model.TicketId;
import fr.aubette.ticket.ArrivalRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcArrivalRows implements ArrivalRows {

    private static final String KEEP = """
            with known as (
                select id, facts ->> 'arrivedOn' as said from intake where id = :letter and channel = 'letter' for update
            ), kept as (
                insert into arrival_correction (intake_id, former, arrived_on, corrected_by, corrected_at)
                select k.id, coalesce(
                           (select (c.detail #>> '{channel,arrivedOn}')::date from contact c where c.intake_id = k.id),
                           case when k.said ~ '^\\d{4}-\\d\\d-\\d\\d$' then k.said::date end),
                       :day, :who, :at
                from known k
            )
            update intake set facts = facts || jsonb_build_object('arrivedOn', :text::text, 'arrivalCorrected', 'true')
            from known where intake.id = known.id
            """;

    private static final String SAY = """
            update contact set detail = jsonb_set(detail, '{channel,arrivedOn}', to_jsonb(:text::text))
            where intake_id = :letter and channel = 'letter'
            """;

    private final JdbcClient jdbc;

    JdbcArrivalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TicketId> correct(IntakeId letter, LocalDate day, String who, Instant at) {
        jdbc.sql(KEEP)
                .param("letter", letter.value())
                .param("day", day)
                .param("text", day.toString())
                .param("who", who)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql(SAY)
                .param("letter", letter.value())
                .param("text", day.toString())
                .update();
        return jdbc.sql("""
                        select tc.ticket_id from contact c join ticket_contact tc on tc.contact_id = c.id
                        where c.intake_id = ?
                        """)
                .param(letter.value())
                .query((row, n) -> new TicketId(row.getObject("ticket_id", UUID.class)))
                .list();
    }
}
