package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.desk.LettersPdf;
import fr.aubette.desk.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A scanner's batch and a stock of old files under kill -9 of the real process: while pages are read and letters made,
 * and while a person's cut is on its way. {@code -Daubette.letters.kills=N} kills N times while it reads, of a batch
 * that grows with N; {@code -Daubette.letters.seed=S} repeats a run.
 */
class KilledBatchIT {

    private static final int KILLS = Integer.getInteger("aubette.letters.kills", 1);
    private static final long SEED =
            Long.getLong("aubette.letters.seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int LATER_MILLIS = 60;
    /** Letters in the one place where the sheet was forgotten: no intakes until a person has cut. */
    private static final int WAITING = 2;

    private static final int DOCUMENTS = 2;
    private static final int PAGES_EACH = 2;

    private final Random random = new Random(SEED);
    private final ScannerBatch batch = ScannerBatch.of(8 + 4 * (KILLS - 1));

    @Test
    void losesNoPageAndReadsNoneIntoTwoLetters(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        try (HubProcess hub = new HubProcess(folder).embedded().set("aubette.channels-file", channels(folder, drop))) {
            hub.start();
            hub.awaitReady();
            JdbcClient jdbc = JdbcClient.create(hub.database());
            LetterBooks books = new LetterBooks(jdbc);
            person(jdbc);
            stock(jdbc, Files.createDirectories(folder.resolve("stock")));
            drop(folder, drop);
            for (int kill = 1; kill <= KILLS; kill++) {
                killWhileItReads(hub, books);
            }
            killWhileAPersonCuts(hub, books);

            await().atMost(LONG).ignoreExceptions().until(books::nothingUnderWay);
            books.check(batch);
            books.checkStock(DOCUMENTS, PAGES_EACH);
            assertThat(files(drop)).as("seed %d", SEED).containsExactlyInAnyOrder("taken", "taken/lot.pdf");
        } catch (AssertionError e) {
            throw new AssertionError("seed " + SEED, e);
        }
    }

    /** At a page or a letter that the seed chooses, or a moment after it. */
    private void killWhileItReads(HubProcess hub, LetterBooks books) throws Exception {
        boolean stock = random.nextInt(3) == 0;
        boolean letters = !stock && random.nextBoolean();
        IntSupplier far = () -> stock
                ? books.pagesRead("backfile-%")
                : letters ? books.lettersMade("courrier") : books.pagesRead("courrier");
        int all = stock ? DOCUMENTS * PAGES_EACH : letters ? batch.letters().size() - WAITING : batch.pages();
        int begun = soon(far);
        int goal = Math.min(all, begun + random.nextInt(Math.max(1, 2 * (all - begun) / KILLS)));
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(2))
                .ignoreExceptions()
                .until(() -> far.getAsInt() >= goal);
        later();
        hub.kill();
        System.out.printf(
                "seed %d: killed at %d of %d %s%n",
                SEED, goal, all, stock ? "pages of the stock" : letters ? "letters" : "pages");
        hub.start();
    }

    /** PostgreSQL may be starting again. */
    private static int soon(IntSupplier far) {
        int[] found = new int[1];
        await().atMost(LONG)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> {
                    found[0] = far.getAsInt();
                    return true;
                });
        return found[0];
    }

    private void killWhileAPersonCuts(HubProcess hub, LetterBooks books) throws Exception {
        hub.awaitReady();
        await().atMost(LONG).ignoreExceptions().until(() -> books.waiting() == 1);
        String address = "/courrier/lots/" + books.batch() + "/couper/3";
        Map<String, String> here = Map.of("debut", Integer.toString(batch.forgotten()));
        Visitor odile = new Visitor(hub.httpPort()).signIn("odile", "trois petits chats");
        odile.get(address);
        CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> odile.post(address, here));
        later();
        hub.kill();
        System.out.printf("seed %d: killed while a person cut%n", SEED);
        cut.handle((nothing, failure) -> failure).join();
        hub.start();
        hub.awaitReady();
        Visitor again = new Visitor(hub.httpPort()).signIn("odile", "trois petits chats");
        again.get(address);
        again.post(address, here);
    }

    private void later() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATER_MILLIS));
    }

    private static Path channels(Path folder, Path drop) throws IOException {
        return Files.writeString(folder.resolve("channels.yaml"), """
                channels:
                  courrier: {kind: letter, folder: %s, site: Test, takeWhen: renamed, delay: 200}
                """.formatted(drop));
    }

    private void drop(Path folder, Path drop) throws IOException {
        Path scanned = folder.resolve("lot.pdf");
        Files.write(scanned, batch.pdf());
        Files.move(scanned, drop.resolve("lot.pdf"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void stock(JdbcClient jdbc, Path folder) throws IOException {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into backfile (id, folder, index_file, print) values (?, ?, 'index.csv', 'print')")
                .params(id, folder.toString())
                .update();
        for (int document = 1; document <= DOCUMENTS; document++) {
            String[] pages = Stream.iterate(1, page -> page + 1)
                    .limit(PAGES_EACH)
                    .map(page -> LettersPdf.letter("Paule Ancienne", "dossier", "Page " + page))
                    .toArray(String[]::new);
            Files.write(folder.resolve(document + ".pdf"), LettersPdf.of(pages));
            jdbc.sql("insert into backfile_item (backfile_id, number, path, case_file, person, state)"
                            + " values (?, ?, ?, ?, '{\"phones\": [], \"mails\": []}', 'waiting')")
                    .params(id, document, document + ".pdf", "MDPH" + document)
                    .update();
        }
    }

    private static void person(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into account (id, login, display_name, password, created_at) values (?, 'odile', 'Odile', ?, now())")
                .params(id, "{noop}trois petits chats")
                .update();
        jdbc.sql("insert into account_right (account_id, kind) values (?, 'mailroom')")
                .param(id)
                .update();
    }

    private static Stream<String> files(Path drop) throws IOException {
        try (Stream<Path> files = Files.walk(drop)) {
            return files
                    .filter(file -> !file.equals(drop))
                    .map(file -> drop.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }
}
