package fr.aubette.store.answer;

import fr.aubette.answer.AnswerId;
import fr.aubette.answer.Step;
import fr.aubette.answer.StepBook;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStepBook implements StepBook {

    private final JdbcClient jdbc;

    JdbcStepBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Step> of(AnswerId answer) {
        return jdbc.sql("select * from answer_step where answer_id = :id order by round, place")
                .param("id", answer.value())
                .query((row, n) -> new Step(
                        row.getInt("round"),
                        row.getInt("place"),
                        Step.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("post"),
                        Step.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("actor")),
                        Optional.ofNullable(row.getString("signed_as")),
                        Optional.ofNullable(row.getString("remark")),
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant)))
                .list();
    }

    @Override
    public void begin(AnswerId answer, List<Step> steps) {
        steps.forEach(each -> jdbc.sql("""
                        insert into answer_step (answer_id, round, place, kind, post, state)
                        values (:id, :round, :place, :kind, :post, 'waiting')
                        """)
                .param("id", answer.value())
                .param("round", each.round())
                .param("place", each.place())
                .param("kind", each.kind().code())
                .param("post", each.post())
                .update());
    }

    @Override
    public void decide(AnswerId answer, Step step) {
        jdbc.sql("""
                        update answer_step set state = :state, actor = :actor, signed_as = :signedAs, remark = :remark,
                               at = cast(:at as timestamptz)
                        where answer_id = :id and round = :round and place = :place and state = 'waiting'
                        """)
                .param("id", answer.value())
                .param("round", step.round())
                .param("place", step.place())
                .param("state", step.state().code())
                .param("actor", step.actor().orElse(null))
                .param("signedAs", step.signedAs().orElse(null))
                .param("remark", step.remark().orElse(null))
                .param("at", AnswerRow.timestamp(step.at()))
                .update();
    }

    @Override
    public void hand(AnswerId answer, Step step, Instant at) {
        jdbc.sql("""
                        update answer_step set handed_at = :at
                        where answer_id = :id and round = :round and place = :place
                        """)
                .param("id", answer.value())
                .param("round", step.round())
                .param("place", step.place())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<AnswerId> toHand(int most) {
        return jdbc.sql("""
                        select a.id from answer a
                        where a.state = 'signature' and exists (
                            select 1 from answer_step s
                            where s.answer_id = a.id and s.kind = 'signature' and s.state = 'waiting'
                              and s.handed_at is null)
                        order by a.saved_at limit :most for update skip locked
                        """)
                .param("most", most)
                .query((row, n) -> new AnswerId(row.getObject("id", UUID.class)))
                .list();
    }
}
