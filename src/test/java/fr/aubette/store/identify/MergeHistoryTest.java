package fr.aubette.store.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.identify.Merging;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Refused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges and their undoing, over histories drawn by lot, on PostgreSQL itself. */
class MergeHistoryTest {

    private static final int PEOPLE = 7;

    private static final String EVERYTHING = """
            select coalesce(string_agg(line, E'\\n' order by line), '') from (
                select c::text as line from citizen c
                union all select f::text from citizen_fact f
                union all select k::text from citizen_key k
                union all select t::text from contact t) as lines
            """;

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Merging merging;

    private final List<CitizenId> people = new ArrayList<>();

    @BeforeContainer
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        var source = postgres.getPostgresDatabase();
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        merging = new Merging(new JdbcMergeRows(jdbc), Clock.systemUTC());
    }

    @AfterContainer
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeTry
    void open() {
        jdbc.sql("truncate citizen, contact, intake cascade").update();
        people.clear();
        for (int i = 0; i < PEOPLE; i++) {
            CitizenId citizen = new CitizenId(UUID.randomUUID());
            people.add(citizen);
            jdbc.sql("insert into citizen (id, last_name, opened_at, known) values (?, ?, now(), ?)")
                    .params(citizen.value(), "Renard " + i, "surname renard\n")
                    .update();
            jdbc.sql("""
                            insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
                            values (?, 'surname', 'renard', 'contact', 'claimed', now(), now())
                            """).param(citizen.value()).update();
        }
    }

    private static String everything() {
        return jdbc.sql(EVERYTHING).query(String.class).single();
    }

    private static String persons() {
        return jdbc.sql("select string_agg(id || ' ' || coalesce(person, id), ',' order by id) from citizen")
                .query(String.class)
                .single();
    }

    /** A contact that came after a merge, attached to one of its members. */
    private void contact(CitizenId citizen) {
        UUID intake = UUID.randomUUID();
        jdbc.sql("""
                        insert into intake (id, channel, source, reference, received_at, taken_at, announced_at, media_type, facts,
                            sha256, size)
                        values (:id, 'mail', 'brennac', cast(:id as text), now(), now(), now(), 'message/rfc822', '{}',
                            repeat('a', 64), 1)
                        """).param("id", intake).update();
        jdbc.sql("""
                        insert into contact (id, intake_id, channel, received_at, citizen_id, certainty, subject, detail)
                        values (:id, :intake, 'mail', now(), :citizen, 'KNOWN', 'Objet', '{}')
                        """)
                .param("id", UUID.randomUUID())
                .param("intake", intake)
                .param("citizen", citizen.value())
                .update();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void leavesNoTraceWhenEveryMergeIsUndoneInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int steps) {
        Random dice = new Random(seed);
        List<UUID> standing = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            step(dice, standing);
        }
        while (!standing.isEmpty()) {
            undo(standing.remove(dice.nextInt(standing.size())));
        }

        assertThat(persons()).isEqualTo(alone());
        assertThat(jdbc.sql("select count(*) from citizen where person is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void restoresByteForByteWhatStoodBeforeTheMerge(@ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int steps) {
        Random dice = new Random(seed);
        List<UUID> standing = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            step(dice, standing);
        }
        Map<UUID, String> before = new HashMap<>();
        String exact = everything();
        merge(dice).ifPresent(merge -> before.put(merge, exact));

        before.forEach((merge, stood) -> {
            undo(merge);
            assertThat(everything()).isEqualTo(stood);
        });
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void keepsContactsReceivedSinceWithWhomTheyFit(@ForAll @IntRange(min = 1, max = 5) int contacts) {
        UUID merge = run(() -> merging.merge(people.get(0), people.get(1), "agent", "même dossier"));
        IntStream.range(0, contacts).forEach(i -> contact(people.get(i % 2)));
        String received = jdbc.sql("select string_agg(t::text, ',' order by id) from contact t")
                .query(String.class)
                .single();

        undo(merge);

        assertThat(persons()).isEqualTo(alone());
        assertThat(jdbc.sql("select string_agg(t::text, ',' order by id) from contact t")
                        .query(String.class)
                        .single())
                .isEqualTo(received);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void checksEveryMemberAgainstEveryOther(@ForAll @IntRange(min = 0, max = 2) int left) {
        run(() -> merging.merge(people.get(0), people.get(1), "agent", "même dossier"));
        run(() -> merging.merge(people.get(0), people.get(2), "agent", "même dossier"));
        run(() -> merging.merge(people.get(3), people.get(4), "agent", "même dossier"));
        run(() -> {
            merging.never(people.get(4), people.get(left), "agent", "père et fils");
            return people.get(0).value();
        });

        assertThatThrownBy(() -> run(() -> merging.merge(people.get(3), people.get(1), "agent", "homonymes")))
                .isInstanceOf(Refused.class);
    }

    @Property(tries = 1)
    void leavesTwoWhoseConfidentialityDiffers() {
        jdbc.sql("update citizen set confidential = true where id = ?")
                .param(people.get(0).value())
                .update();

        assertThatThrownBy(() -> run(() -> merging.merge(people.get(0), people.get(1), "agent", "homonymes")))
                .isInstanceOf(Refused.class);
    }

    private void step(Random dice, List<UUID> standing) {
        if (!standing.isEmpty() && dice.nextInt(3) == 0) {
            undo(standing.remove(dice.nextInt(standing.size())));
        } else if (dice.nextInt(4) == 0) {
            contact(people.get(dice.nextInt(PEOPLE)));
        } else {
            merge(dice).ifPresent(standing::add);
        }
    }

    private Optional<UUID> merge(Random dice) {
        try {
            CitizenId kept = people.get(dice.nextInt(PEOPLE));
            CitizenId absorbed = people.get(dice.nextInt(PEOPLE));
            return Optional.of(run(() -> merging.merge(kept, absorbed, "agent", "même dossier")));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static void undo(UUID merge) {
        run(() -> {
            merging.undo(merge, "agent");
            return merge;
        });
    }

    private static UUID run(Supplier<UUID> act) {
        UUID done = transaction.execute(status -> act.get());
        return done == null ? UUID.randomUUID() : done;
    }

    private String alone() {
        return people.stream()
                .map(each -> each.value())
                .map(UUID::toString)
                .sorted()
                .map(id -> id + " " + id)
                .collect(Collectors.joining(","));
    }
}
