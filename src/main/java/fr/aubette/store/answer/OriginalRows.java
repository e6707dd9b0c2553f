package fr.aubette.store.answer;

import fr.aubette.answer.AnswerBook.Original;
import fr.aubette.model.TicketId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What citizens sent about a ticket, as far as it may be passed on to somebody else. */
final class OriginalRows {

    /** Of a file that holds other people's letters too, only the copy of this letter's own pages may be passed on. */
    private static final String ORIGINALS = """
            select c.channel, tc.body,
                   coalesce((c.detail #>> '{channel,arrivedOn}')::date,
                            (c.received_at at time zone 'Europe/Paris')::date) as received_on,
                   coalesce(k.sha256, i.sha256) as sha256,
                   case when k.sha256 is null then i.media_type else 'application/pdf' end as media_type,
                   coalesce(k.size, i.size) as size,
                   (k.sha256 is not null or not s.shared)
                   and not exists (select 1 from ticket_contact other
                                   where other.contact_id = c.id and other.ticket_id <> tc.ticket_id) as whole
            from ticket_contact tc join contact c on c.id = tc.contact_id
            join intake i on i.id = c.intake_id
            cross join lateral (
                select exists (select 1 from batch_letter l
                               join batch_letter o on o.batch_id = l.batch_id and o.number <> l.number
                               where l.intake_id = i.id) as shared) s
            left join letter_copy k on s.shared and k.intake_id = i.id
            where tc.ticket_id = :ticket order by c.received_at, c.id
            """;

    private OriginalRows() {}

    static List<Original> of(JdbcClient jdbc, TicketId ticket) {
        return jdbc.sql(ORIGINALS)
                .param("ticket", ticket.value())
                .query((row, n) -> new Original(
                        row.getString("channel"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("body"),
                        row.getString("sha256"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getBoolean("whole")))
                .list();
    }
}
