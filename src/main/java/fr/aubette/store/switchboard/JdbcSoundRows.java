package fr.aubette.store.switchboard;

import fr.aubette.intake.ContentStore;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds.State;
import fr.aubette.model.IntakeId;
import fr.aubette.switchboard.SoundRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcSoundRows implements SoundRows {

    /** A message ends its call; clocks may differ by seconds where a mail says when it was sent. */
    private static final String CANDIDATES = """
            select i.id, i.sha256, i.reference = 'voicemail/' || :reference as alone,
                   c.detail #>> '{channel,caller}' as caller,
                   c.received_at + (c.detail #>> '{channel,total}')::interval as ended_at
            from contact c join intake i on i.id = c.intake_id
            where c.channel = 'phone' and i.source = :line
              and c.received_at between cast(:at as timestamptz) - interval '12 hours' and cast(:at as timestamptz) + interval '5 seconds'
              and case when :conversation <> '' then i.reference = :conversation or right(i.reference, length(:conversation) + 1) = '/' || :conversation
                  else c.received_at + (c.detail #>> '{channel,total}')::interval >= cast(:at as timestamptz) - interval '10 seconds'
                   and coalesce(c.detail #>> '{channel,course,message,mailbox}', :mailbox) = :mailbox
                   and (i.reference not like 'voicemail/%' or i.reference = 'voicemail/' || :reference) end
            order by c.received_at desc, i.id limit 50
            """;

    private static final String KNOWN = " from call_sound where line = :line and reference = :reference";

    private final JdbcClient jdbc;

    JdbcSoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public State state(String line, String reference) {
        return jdbc.sql("select intake_id is not null or deleted_at is not null" + KNOWN)
                .param("line", line)
                .param("reference", reference)
                .query(Boolean.class)
                .optional()
                .map(done -> done ? State.DONE : State.KEPT)
                .orElse(State.NEW);
    }

    @Override
    public void keep(CallSound sound, ContentStore.Kept kept, Instant at) {
        jdbc.sql("""
                        insert into call_sound
                            (id, line, reference, kind, mailbox, began_at, lasted, media_type, sha256, size, kept_at)
                        values (:id, :line, :reference, :kind, :mailbox, :began, make_interval(secs => :seconds), :type,
                                :sha256, :size, :at)
                        on conflict (line, reference) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("line", sound.line())
                .param("reference", sound.reference())
                .param("kind", sound.kind().code())
                .param("mailbox", sound.mailbox())
                .param("began", Timestamp.from(sound.at()))
                .param("seconds", sound.lasted().toMillis() / 1000.0)
                .param("type", sound.mediaType())
                .param("sha256", kept.sha256())
                .param("size", kept.size())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void tie(CallSound sound, IntakeId call) {
        jdbc.sql("""
                        update call_sound s set intake_id = :call,
                            deleted_at = case when exists (
                                select 1 from call_sound o
                                where o.intake_id = :call and o.sha256 = s.sha256 and o.id <> s.id) then now() end
                        where s.line = :line and s.reference = :reference and s.intake_id is null
                        """)
                .param("call", call.value())
                .param("line", sound.line())
                .param("reference", sound.reference())
                .update();
    }

    @Override
    public List<Candidate> candidates(CallSound sound) {
        return jdbc.sql(CANDIDATES)
                .param("line", sound.line())
                .param("reference", sound.reference())
                .param("mailbox", sound.mailbox())
                .param("conversation", sound.conversation().orElse(""))
                .param("at", Timestamp.from(sound.at()))
                .query((row, n) -> new Candidate(
                        new IntakeId(row.getObject("id", UUID.class)),
                        row.getString("sha256"),
                        Optional.ofNullable(row.getString("caller")),
                        row.getBoolean("alone"),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    @Override
    public List<IntakeId> mails(int limit) {
        return jdbc.sql("select intake_id from call_sound_mail where drawn_at is null order by intake_id limit :limit")
                .param("limit", limit)
                .query((row, n) -> new IntakeId(row.getObject("intake_id", UUID.class)))
                .list();
    }

    @Override
    public void expect(IntakeId mail) {
        jdbc.sql("insert into call_sound_mail (intake_id) values (:id) on conflict do nothing")
                .param("id", mail.value())
                .update();
    }

    @Override
    public void drawn(IntakeId mail) {
        jdbc.sql("update call_sound_mail set drawn_at = now() where intake_id = :id")
                .param("id", mail.value())
                .update();
    }

    @Override
    public List<Kept> old(CallSound.Kind kind, Instant before, int limit) {
        return jdbc.sql("""
                        select s.id, s.sha256, m.sha256 as mail
                        from call_sound s left join intake m on s.reference = 'mail/' || m.source || '/' || m.reference and m.channel = 'mail'
                        where s.kind = :kind and s.kept_at < :before and s.deleted_at is null
                        order by s.kept_at limit :limit
                        """)
                .param("kind", kind.code())
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        Optional.ofNullable(row.getString("mail"))))
                .list();
    }

    @Override
    public boolean shared(Kept sound) {
        return jdbc.sql("""
                        select exists (select 1 from call_sound where sha256 = :sha256 and id <> :id and deleted_at is null)
                        """)
                .param("sha256", sound.sha256())
                .param("id", sound.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void deleted(Kept sound, Instant at) {
        jdbc.sql("update call_sound set deleted_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", sound.id())
                .update();
    }
}
