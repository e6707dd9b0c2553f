package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.Lines.Ask;
import fr.aubette.desk.Lines.Line;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of a hundred thousand open tickets: every page comes at once, none is left out and none is shown twice. */
@HubTest
class LongListIT {

    private static final int ROWS = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(LongListIT.class);

    @Autowired
    Lines lines;

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalogue catalogue;

    @BeforeEach
    void fill() {
        data.clear();
        jdbc.sql("""
                        insert into ticket (id, number, motive, directorate, subject, priority, status, opened_at, last_contact_at)
                        select gen_random_uuid(), 'X' || n, case n % 50 when 0 then 'A_QUALIFIER' else 'ROUTES' end,
                               'MOBILITES_VOIRIE', 'Trou numéro ' || n,
                               case n % 100 when 0 then 'urgent' else 'normal' end, 'open', now(),
                               now() - make_interval(mins => n / 3)
                        from generate_series(1, :rows) as n
                        """).param("rows", ROWS).update();
        jdbc.sql("insert into attribution (ticket_id, directorate, role) select id, directorate, 'lead' from ticket")
                .update();
        jdbc.sql(
                        "insert into deadline (ticket_id, kind, due_on, article, reason) select id, 'ARE', current_date + (random() * 20)::int - 2, 'x', 'y' from ticket")
                .update();
        jdbc.sql("analyze").update();
    }

    @AfterEach
    void empty() {
        data.clear();
    }

    @Test
    void isWalkedPageByPage() {
        Sight sight = sight();
        Set<UUID> met = new HashSet<>();
        Optional<Cursor> after = Optional.empty();
        Instant start = Instant.now();
        int pages = 0;
        do {
            List<Line> page = lines.page(ask(Filter.OPEN, after), sight);
            page.forEach(line -> met.add(line.id()));
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).cursor());
            pages++;
        } while (after.isPresent() && pages < 200);
        long perPage = Duration.between(start, Instant.now()).toMillis() / pages;
        LOG.info("{} ms a page over {} pages", perPage, pages);
        assertThat(met).hasSize(200 * 50);
        assertThat(perPage).isLessThan(200);
    }

    @Test
    void isOpenedFastWithEachFilter() {
        Sight sight = sight();
        for (Filter filter : Filter.values()) {
            lines.page(ask(filter, Optional.empty()), sight);
            Instant start = Instant.now();
            lines.page(ask(filter, Optional.empty()), sight);
            long page = Duration.between(start, Instant.now()).toMillis();
            LOG.info("{} ms for {}", page, filter);
            assertThat(page).as("%s", filter).isLessThan(1_000);
        }
        Instant start = Instant.now();
        lines.counts(ask(Filter.OPEN, Optional.empty()), sight);
        long counts = Duration.between(start, Instant.now()).toMillis();
        LOG.info("{} ms for the counts", counts);
        assertThat(counts).isLessThan(1_000);
    }

    private Sight sight() {
        Viewer viewer = new Viewer(
                UUID.randomUUID(), "claire", "Claire", Set.of(Right.in(Kind.AGENT, "MOBILITES_VOIRIE")), List.of());
        return Sight.of(viewer, catalogue);
    }

    private static Ask ask(Filter filter, Optional<Cursor> after) {
        return new Ask(List.of("MOBILITES_VOIRIE"), filter, List.of("claire"), DeskData.today(), after, 50);
    }
}
