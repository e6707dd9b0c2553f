package fr.aubette.store.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.IntakeId;
import fr.aubette.stream.DecisionBook;
import fr.aubette.ticket.Decisions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcDecisionBook implements DecisionBook {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcDecisionBook(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(IntakeId intake, List<Decisions> decisions) {
        jdbc.sql("select 1 from intake where id = :id for update")
                .param("id", intake.value())
                .query((row, n) -> 1)
                .list();
        int round = jdbc.sql("select coalesce(max(round), 0) + 1 from decision where intake_id = :id")
                .param("id", intake.value())
                .query(Integer.class)
                .single();
        decisions.forEach(each -> write(intake, round, each));
    }

    private void write(IntakeId intake, int round, Decisions each) {
        try {
            jdbc.sql("""
                            insert into decision (intake_id, round, stage, at, result, evidence)
                            values (:intake, :round, :stage, :at, :result, :evidence::jsonb)
                            """)
                    .param("intake", intake.value())
                    .param("round", round)
                    .param("stage", each.stage())
                    .param("at", Timestamp.from(clock.instant()))
                    .param("result", each.result())
                    .param("evidence", json.writeValueAsString(each.evidence()).replace("\\u0000", ""))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our records are always JSON", e);
        }
    }
}
