package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.ToReturnLines;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcToReturnLines implements ToReturnLines {

    /** Every matter of the letter must be the viewer's to see: what lies with it belongs to all of them. */
    private static final String WAITING = """
            select c.id, (c.detail #>> '{channel,arrivedOn}')::date as arrived_on,
                   coalesce(c.detail #>> '{channel,findings,senderName,value}', '') as sender,
                   (select string_agg(w ->> 'value', ', ')
                    from jsonb_array_elements(c.detail #> '{channel,findings,toReturn}') w) as what,
                   (select min(t.number) from ticket_contact tc join ticket t on t.id = tc.ticket_id
                    where tc.contact_id = c.id) as ticket
            from contact c
            where c.channel = 'letter' and (c.detail #> '{channel,findings,toReturn,0}') is not null
              and not exists (select 1 from returned_item r where r.contact_id = c.id)
              and exists (select 1 from ticket_contact tc where tc.contact_id = c.id)
              and not exists (
                  select 1 from ticket_contact tc join ticket t on t.id = tc.ticket_id
                  where tc.contact_id = c.id and %s < 2
                    and (not :mailroom or t.priority = 'protected' or t.motive = any(:hidden::text[])))
            order by c.received_at limit :most
            """.formatted(Sight.LEVEL);

    private final JdbcClient jdbc;

    JdbcToReturnLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Item> waiting(Sight sight, boolean mailroom, int most) {
        return jdbc.sql(WAITING)
                .params(sight.parameters())
                .param("mailroom", mailroom)
                .param("most", most)
                .query((row, n) -> new Item(
                        row.getObject("id", UUID.class),
                        row.getString("ticket"),
                        row.getString("sender"),
                        row.getString("what"),
                        row.getObject("arrived_on", LocalDate.class)))
                .list();
    }
}
