package fr.aubette.store.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Wish;
import fr.aubette.hub.HubTest;
import fr.aubette.model.CitizenId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wishes of how to be reached. */
@HubTest
class JdbcWishesIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcWishes wishes;

    @Test
    void holdForAllThatWereFoundToBeOnePerson() {
        UUID kept = citizen();
        UUID absorbed = citizen();
        jdbc.sql("""
                        insert into contact_wish (id, citizen_id, kind, set_by, set_at)
                        values (gen_random_uuid(), ?, 'never-mail', 'claire', now())
                        """).param(absorbed).update();
        assertThat(wishes.of(new CitizenId(kept))).isEmpty();

        jdbc.sql("update citizen set person = ? where id in (?, ?)")
                .param(kept)
                .param(kept)
                .param(absorbed)
                .update();

        assertThat(wishes.of(new CitizenId(kept))).extracting(Wish::kind).containsExactly(Wish.Kind.NEVER_MAIL);
    }

    private UUID citizen() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into citizen (id, opened_at) values (?, now())")
                .param(id)
                .update();
        return id;
    }
}
