package fr.aubette.store.normalise;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.intake.AlarmWords;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.Queues;
import fr.aubette.model.BatchChanged;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.Part;
import fr.aubette.normalise.letter.TakenScans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakenScans implements TakenScans {

    /** Which letter each page went to: said once, and first of all. */
    private static final String SHEETS = """
            update page set letter = :letter,
                            cut = case when page.number = any(:proposed::integer[]) then 'guess'
                                       when page.number <> (:sheets::integer[])[1] then null
                                       when page.number = 1 then 'file'
                                       when page.kind = 'separator' then 'separator' else 'content' end
            from intake
            where intake.id = :id and page.source = intake.source
              and page.reference = split_part(intake.reference, '#', 1)
              and page.number = any(:sheets::integer[]) and page.letter is null
            """;

    private static final String ENTER = """
            with entered as (
                insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                    media_type, facts, sha256, size)
                select gen_random_uuid(), channel, source, reference || '#' || :letter, received_at, now(),
                       now(), media_type, facts || jsonb_build_object('letter', :letter::text), sha256, size
                from intake where id = :id
                on conflict (channel, source, reference) do nothing
                returning id
            ), announced as (
                insert into outbox (kind, destination, content_type, body)
                select 'queue', :queue, 'text/plain', id::text from entered
            ), counted as (
                insert into tally_delta (channel, what, n) select 'letter', 'taken', 1 from entered
            ), known as (
                insert into batch_letter (batch_id, number, intake_id)
                select b.id, :letter, e.id from entered e join batch b on b.id = :id
                on conflict (batch_id, number) do update set intake_id = excluded.intake_id, waits = null
            )
            """ + SHEETS;

    private static final String HOLD = """
            with held as (
                insert into batch_letter as l (batch_id, number, waits)
                select id, :letter, :why from batch where id = :id
                on conflict (batch_id, number) do update set waits = excluded.waits
                where l.number = 1 and l.cut_by is null
            )
            """ + SHEETS;

    private final JdbcClient jdbc;
    private final ScanRow scans;
    private final AlarmWords words;
    private final ApplicationEventPublisher changes;

    JdbcTakenScans(
            JdbcClient jdbc,
            ObjectMapper json,
            ContentStore contents,
            AlarmWords words,
            ApplicationEventPublisher changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.scans = new ScanRow(json, contents);
        this.words = words;
    }

    @Override
    public Optional<RawItem> find(IntakeId id) {
        return jdbc.sql("""
                        select source, reference, received_at, media_type, facts, sha256
                        from intake where id = :id and outcome is null
                        """)
                .param("id", id.value())
                .query((row, n) -> scans.item(row))
                .optional();
    }

    @Override
    public void announce(IntakeId id, Part part) {
        jdbc.sql("""
                        with announced as (
                            insert into outbox (kind, destination, content_type, body)
                            values ('queue', :queue, 'text/plain', :text)
                        )
                        """ + SHEETS).params(values(id, part, List.of())).update();
        told();
    }

    @Override
    public void enter(IntakeId scan, Part part) {
        jdbc.sql(ENTER).params(values(scan, part, List.of())).update();
        told();
    }

    @Override
    public void hold(IntakeId scan, Part part, List<Integer> proposed, String why) {
        jdbc.sql(HOLD).params(values(scan, part, proposed)).param("why", why).update();
        changes.publishEvent(new BatchChanged(false));
    }

    @Override
    public boolean alarming(String text) {
        return words.alarming(text);
    }

    private void told() {
        changes.publishEvent(new BatchChanged(true));
    }

    private Map<String, Object> values(IntakeId id, Part part, List<Integer> proposed) {
        return Map.of(
                "id", id.value(),
                "text", id.toString(),
                "letter", part.number(),
                "proposed", proposed.toArray(Integer[]::new),
                "sheets", part.sheets().toArray(Integer[]::new),
                "queue", words.alarming(part.text()) ? Queues.URGENT : Queues.ORDINARY);
    }
}
