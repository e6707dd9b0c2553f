package fr.aubette.store.answer;

import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.AnswerBook;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.Stop;
import fr.aubette.model.Deadline;
import fr.aubette.model.TicketId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcAnswerBook implements AnswerBook {

    private static final String INSERT = """
            insert into answer (id, ticket_id, kind, medium, state, version, author, author_name, mailbox, recipient, address_key,
                                subject, body, template, fields, final_subject, final_body, due_at, created_at, saved_at)
            select :id, :ticket, :kind, :medium, :state, :version, :author, :authorName, :mailbox, :recipient, :addressKey,
                   :subject, :body, :template, :fields::jsonb, cast(:finalSubject as text), cast(:finalBody as text), cast(:dueAt as timestamptz), :createdAt, :savedAt
            """;

    /** One receipt a ticket; none where a person has already answered. */
    private static final String UNANSWERED = """
            where not exists (select 1 from answer known where known.ticket_id = :ticket
                              and (known.kind = 'receipt'
                                   or known.kind <> 'page' and known.state in ('sending', 'sent', 'posted')))
            on conflict do nothing
            """;

    /** What is typed within half a minute is one text to keep. */
    private static final String KEEP_FORMER = """
            insert into answer_text (answer_id, version, actor, subject, body, late, at)
            select a.id, a.version, a.author, a.subject, a.body, false, :at from answer a
            where a.id = :id and a.body <> '' and not exists (
                select 1 from answer_text t
                where t.answer_id = a.id and not t.late and t.at > cast(:at as timestamptz) - interval '30 seconds')
            """;

    private static final String CLAIM = """
            update answer set state = 'sending', attempts = attempts + 1, due_at = :until
            where id in (select id from answer where due_at <= :now and state in ('ready', 'sending')
                         order by due_at limit :most for update skip locked)
            returning id
            """;

    private final JdbcClient jdbc;
    private final AnswerRow rows;

    JdbcAnswerBook(JdbcClient jdbc, AnswerRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Answer> find(AnswerId answer) {
        return one("where a.id = :id", answer);
    }

    @Override
    public Optional<Answer> lock(AnswerId answer) {
        return one("where a.id = :id for update of a", answer);
    }

    private Optional<Answer> one(String where, AnswerId answer) {
        return jdbc.sql(AnswerRow.SELECT + where)
                .param("id", answer.value())
                .query((row, n) -> rows.read(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Answer> of(TicketId ticket) {
        return jdbc.sql(AnswerRow.SELECT
                        + "where a.ticket_id = :ticket and a.state <> 'discarded' order by a.created_at, a.id")
                .param("ticket", ticket.value())
                .query((row, n) -> rows.read(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Answer> waiting(int most) {
        return list("where a.state in ('visa', 'signature') order by a.saved_at limit :most", most);
    }

    @Override
    public void insert(Answer answer) {
        insert(answer, "");
    }

    @Override
    public boolean insertReceipt(Answer receipt) {
        return insert(receipt, UNANSWERED) > 0;
    }

    private int insert(Answer answer, String unless) {
        return jdbc.sql(INSERT + unless)
                .param("id", answer.id().value())
                .param("ticket", answer.ticket().value())
                .param("kind", answer.kind().code())
                .param("medium", answer.medium().code())
                .param("state", answer.state().code())
                .param("version", answer.version())
                .param("author", answer.author())
                .param("authorName", answer.authorName())
                .param("mailbox", answer.mailbox())
                .param("recipient", answer.recipient())
                .param("addressKey", Answer.addressKey(answer.recipient()))
                .param("subject", answer.subject())
                .param("body", answer.text())
                .param("template", answer.template())
                .param("fields", rows.write(answer.fields()))
                .param("finalSubject", answer.finalSubject().orElse(null))
                .param("finalBody", answer.finalText().orElse(null))
                .param("dueAt", AnswerRow.timestamp(answer.dueAt()))
                .param("createdAt", Timestamp.from(answer.createdAt()))
                .param("savedAt", Timestamp.from(answer.savedAt()))
                .update();
    }

    @Override
    public long save(Answer draft, Text text, Instant at) {
        jdbc.sql(KEEP_FORMER)
                .param("id", draft.id().value())
                .param("at", Timestamp.from(at))
                .update();
        return jdbc.sql("""
                        update answer set recipient = :recipient, address_key = :addressKey, subject = :subject,
                               body = :body, template = :template, fields = :fields::jsonb, saved_at = :at,
                               kind = :kind, medium = :medium, version = version + 1
                        where id = :id returning version
                        """)
                .param("id", draft.id().value())
                .param("recipient", text.recipient())
                .param("addressKey", Answer.addressKey(text.recipient()))
                .param("subject", text.subject())
                .param("body", text.text())
                .param("template", text.template())
                .param("kind", text.kind().code())
                .param("medium", text.medium().code())
                .param("fields", rows.write(text.fields()))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    @Override
    public void keepLate(AnswerId answer, String actor, Text text, Instant at) {
        jdbc.sql("""
                        insert into answer_text (answer_id, version, actor, subject, body, late, at)
                        select id, version, :actor, :subject, :body, true, :at from answer
                        where id = :id and body <> :body
                        """)
                .param("id", answer.value())
                .param("actor", actor)
                .param("subject", text.subject())
                .param("body", text.text())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Late> late(AnswerId answer) {
        return jdbc.sql("""
                        select actor, at, subject, body from answer_text
                        where answer_id = :id and late order by at desc limit 5
                        """)
                .param("id", answer.value())
                .query((row, n) -> new Late(
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }

    @Override
    public void adopt(AnswerId draft, Actor by, Instant at) {
        jdbc.sql("update answer set author = :author, author_name = :name, saved_at = :at, version = version + 1"
                        + " where id = :id")
                .param("id", draft.value())
                .param("author", by.login())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void addFile(AnswerId answer, Answer.File file) {
        jdbc.sql("""
                        insert into answer_file (answer_id, place, name, media_type, size, sha256)
                        values (:id, :place, :name, :type, :size, :sha256)
                        """)
                .param("id", answer.value())
                .param("place", file.place())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .update();
    }

    @Override
    public void removeFile(AnswerId answer, int place) {
        jdbc.sql("delete from answer_file where answer_id = :id and place = :place")
                .param("id", answer.value())
                .param("place", place)
                .update();
    }

    @Override
    public void freeze(AnswerId answer, String subject, String text) {
        jdbc.sql("update answer set final_subject = :subject, final_body = :body where id = :id")
                .param("id", answer.value())
                .param("subject", subject)
                .param("body", text)
                .update();
    }

    @Override
    public void move(AnswerId answer, State to, Optional<Instant> dueAt, Optional<Stop> problem) {
        jdbc.sql("""
                        update answer set state = :state, due_at = cast(:dueAt as timestamptz), problem = :problem, problem_with = :with,
                               attempts = case when :draft then 0 else attempts end,
                               version = version + case when :draft then 1 else 0 end,
                               final_subject = case when :draft then null else final_subject end,
                               final_body = case when :draft then null else final_body end
                        where id = :id
                        """)
                .param("id", answer.value())
                .param("state", to.code())
                .param("dueAt", AnswerRow.timestamp(dueAt))
                .param("problem", problem.map(each -> each.why().name()).orElse(null))
                .param("with", problem.map(Stop::with).orElse(null))
                .param("draft", to == State.DRAFT)
                .update();
    }

    @Override
    public List<AnswerId> claimDue(Instant now, Instant until, int most) {
        return jdbc.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((row, n) -> new AnswerId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void pass(Answer answer, String messageId, Instant at) {
        jdbc.sql("update answer set passed_at = :at, message_id = :message where id = :id")
                .param("id", answer.id().value())
                .param("message", messageId)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("insert into ticket_message (message_id, ticket_id) values (:message, :ticket) on conflict do nothing")
                .param("message", messageId)
                .param("ticket", answer.ticket().value())
                .update();
    }

    @Override
    public void sent(AnswerId answer, Instant at, List<Deadline> met) {
        left(answer, State.SENT, at, met);
    }

    @Override
    public List<Original> originals(TicketId ticket) {
        return OriginalRows.of(jdbc, ticket);
    }

    @Override
    public void posted(AnswerId answer, Instant at, List<Deadline> met) {
        left(answer, State.POSTED, at, met);
    }

    private void left(AnswerId answer, State state, Instant at, List<Deadline> met) {
        jdbc.sql("""
                        update answer set state = :state, due_at = null, sent_at = :at, problem = null,
                               problem_with = null, met = :met::jsonb
                        where id = :id
                        """)
                .param("id", answer.value())
                .param("state", state.code())
                .param("at", Timestamp.from(at))
                .param("met", rows.write(met))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Answer> toPost(int most) {
        return list("where " + AnswerRow.TO_POST + " order by a.saved_at limit :most", most);
    }

    private List<Answer> list(String where, int most) {
        return jdbc.sql(AnswerRow.SELECT + where)
                .param("most", most)
                .query((row, n) -> rows.read(row))
                .list();
    }

    @Override
    public List<Deadline> met(AnswerId answer) {
        return jdbc.sql("select met::text as met from answer where id = :id")
                .param("id", answer.value())
                .query((row, n) -> rows.deadlines(row.getString("met")))
                .single();
    }

    @Override
    public int automaticSince(Answer receipt, Instant since) {
        String addressKey = Answer.addressKey(receipt.recipient());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 3834))")
                .param("key", addressKey)
                .query(rs -> {});
        return jdbc.sql("""
                        select count(*) from answer
                        where kind = 'receipt' and address_key = :key and passed_at > :since and id <> :id
                        """)
                .param("id", receipt.id().value())
                .param("key", addressKey)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<AnswerId> left(String messageId, String shortForm) {
        return jdbc.sql("""
                        select id from answer
                        where passed_at is not null and (message_id = :message
                           or :short <> '' and id between cast(:low as uuid) and cast(:high as uuid))
                        order by passed_at desc limit 1
                        """)
                .param("message", messageId)
                .param("short", shortForm)
                .param("low", bound(shortForm, '0'))
                .param("high", bound(shortForm, 'f'))
                .query((row, n) -> new AnswerId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The first or last identity that begins so. */
    private static String bound(String shortForm, char rest) {
        StringBuilder digits = new StringBuilder(shortForm);
        while (digits.length() < 32) {
            digits.append(rest);
        }
        return digits.toString();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int stuck(int tries) {
        return jdbc.sql("select count(*) from answer where due_at is not null and attempts > :tries")
                .param("tries", tries)
                .query(Integer.class)
                .single();
    }
}
