package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Three kills, then a store falsified on purpose: the first is clean, the second is found out. */
class FaultsIT {

    /** Shorter than the long run's, and still long enough for every source to be read. */
    private static final int LONGEST_LIFE_MILLIS = 8000;

    @Test
    void losesAndDoublesNothingOverThreeKillsAndWouldNoticeIfItDid(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        long seed = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        try (Siege siege = new Siege(folder, 3, LONGEST_LIFE_MILLIS, Load.STEADY_MILLIS, seed, System.out)) {
            Books books = siege.run();

            Verdict verdict = Verdict.of(siege.ledger().entries(), books);
            System.out.print(verdict.table());
            assertThat(verdict.violations()).as("seed %d", seed).isEmpty();
            assertThat(books.intakes()).hasSizeGreaterThan(50);

            falsify(new BooksReader(siege.hub()));
            Verdict falsified = Verdict.of(
                    siege.ledger().entries(),
                    new BooksReader(siege.hub()).read().withTold(books.told()));
            assertThat(falsified.violations())
                    .anyMatch(each -> each.contains("was acknowledged and is lost"))
                    .anyMatch(each -> each.contains("2 contacts"));
        }
    }

    /** Takes one intake out of the store, and doubles the contact of another. */
    private static void falsify(BooksReader reader) {
        reader.jdbc()
                .sql("alter table contact drop constraint contact_intake_id_key")
                .update();
        reader.jdbc().sql("""
                insert into contact select gen_random_uuid(), intake_id, channel, received_at, citizen_id, certainty,
                                           subject, detail
                from contact where intake_id = (select max(id::text)::uuid from intake)
                """).update();
        reader.jdbc()
                .sql("set session_replication_role = replica; "
                        + "delete from intake where id = (select min(id::text)::uuid from intake)")
                .update();
    }
}
