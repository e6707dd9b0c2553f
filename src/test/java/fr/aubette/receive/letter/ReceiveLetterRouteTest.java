package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.hub.MovingClock;
import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.routes.RouteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drop folder, with the route files that ship. */
class ReceiveLetterRouteTest {

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n";
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final MovingClock clock = new MovingClock("2026-03-02T23:30:00Z");
    private final List<RawItem> taken = new CopyOnWriteArrayList<>();
    private final List<Refusals.Refusal> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean closed;
    private CamelContext camel;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        DropSettings settings = new DropSettings(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(30));
        Intake intake = this::take;
        camel = RouteFile.load(
                "12-receive-letter.camel.yaml",
                Map.ofEntries(
                        Map.entry("letterItems", new LetterItems(clock)),
                        Map.entry("intake", intake),
                        Map.entry("scanFiles-single-settled", new ScanFiles()),
                        Map.entry("scanFiles-single-marked", new ScanFiles()),
                        Map.entry("scanFiles-single-renamed", new ScanFiles()),
                        Map.entry("scanFiles-numbered-settled", new NumberedFiles(settings, clock, false)),
                        Map.entry("scanFiles-numbered-marked", new NumberedFiles(settings, clock, true)),
                        Map.entry("strayFiles", new StrayFiles()),
                        Map.entry("strayNotes", new StrayNotes()),
                        Map.entry("inOrder", new InOrder()),
                        Map.entry("takeWhen-settled", new WholeFiles(settings, clock)),
                        Map.entry("takeWhen-marked", new MarkedFiles()),
                        Map.entry("takeWhen-renamed", new RenamedFiles()),
                        Map.entry(
                                "refusedScans",
                                new RefusedScans(
                                        new DefaultPollingConsumerPollStrategy(), (source, since) -> refused, clock)),
                        Map.entry("pollWatch", new DefaultPollingConsumerPollStrategy()),
                        Map.entry("sourceLife", new RoutePolicySupport() {}),
                        Map.entry("leased", new RoutePolicySupport() {}),
                        Map.entry("leasedInMeasure", new RoutePolicySupport() {})));
        RouteFile.add(camel, "13-refuse-letter.camel.yaml");
        TemplatedRouteBuilder.builder(camel, "receive-letter")
                .parameter("name", "brennac")
                .parameter("folder", folder.toString())
                .parameter("site", "l'Hôtel du Département")
                .parameter("delay", "50")
                .add();
        TemplatedRouteBuilder.builder(camel, "refuse-letter")
                .parameter("name", "brennac")
                .parameter("folder", folder.toString())
                .parameter("delay", "50")
                .add();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Taken take(RawItem item) {
        if (closed) {
            turnedAway.incrementAndGet();
            throw new IntakeUnavailable("no room");
        }
        taken.add(item);
        return new Taken(new IntakeId(UUID.randomUUID()), true);
    }

    @Test
    void takes_a_whole_file_then_moves_it_aside() throws IOException {
        drop("Lettre 1.PDF", PDF);

        eventually(() -> Files.exists(folder.resolve("taken/Lettre 1.PDF")));
        assertThat(taken).singleElement().satisfies(item -> {
            assertThat(item.source()).isEqualTo("brennac");
            assertThat(item.reference()).hasSize(64);
            assertThat(item.mediaType()).isEqualTo("application/pdf");
            assertThat(item.facts())
                    .containsEntry("site", "l'Hôtel du Département")
                    .containsEntry("fileName", "Lettre 1.PDF")
                    .containsEntry("arrivedOn", "2026-03-03");
        });
    }

    @Test
    void takes_another_file_of_the_same_name() throws IOException {
        drop("scan.pdf", PDF);
        eventually(() -> taken.size() == 1 && !Files.exists(folder.resolve("scan.pdf")));
        drop("scan.pdf", PDF.replace("1 0", "2 0"));
        eventually(() -> taken.size() == 2 && !Files.exists(folder.resolve("scan.pdf")));

        assertThat(taken).extracting(RawItem::reference).doesNotHaveDuplicates();
    }

    @Test
    void takes_files_whatever_their_names() throws IOException {
        List<String> names = List.of("-rf.pdf", "à l'été\n2.pdf", "é".repeat(120) + ".pdf", "${bean:x}.pdf");
        for (String name : names) {
            drop(name, PDF + name.length());
        }
        eventually(() -> taken.size() == names.size());
        for (String name : names) {
            assertThat(folder.resolve("taken").resolve(name)).exists();
        }
    }

    @Test
    void takes_files_whose_names_mean_harm_under_plain_ones() throws Exception {
        drop("..\\..\\lettre.pdf", PDF);
        drop("..lettre.pdf", PDF + 1);
        drop("lettre\u202Efdp.exe.pdf", PDF + 2);
        // bytes that are no UTF-8, as an old scanner writes them: Java itself cannot name such a file
        new ProcessBuilder(
                        "bash",
                        "-c",
                        "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$1\"/$'num\\xe9ris\\xe9.pdf'",
                        "sh",
                        folder + "")
                .inheritIO()
                .start()
                .waitFor();

        eventually(() -> taken.size() == 4 && names(folder).equals(List.of("taken")));
        assertThat(names(folder.resolve("taken"))).hasSize(4).contains("..lettre.pdf");
        assertThat(taken)
                .extracting(item -> String.valueOf(item.facts().get("fileName")))
                .noneMatch(name -> name.matches(".*[\\\\/\\p{Cf}\\p{Cc}].*"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void takes_the_day_of_arrival_from_the_name_of_the_folder() throws IOException {
        Files.createDirectories(folder.resolve("2026-02-27"));
        drop("2026-02-27/a.pdf", PDF);

        eventually(() -> taken.size() == 1);
        assertThat(taken.get(0).facts()).containsEntry("arrivedOn", "2026-02-27");
    }

    @Test
    void takes_a_marked_file_once_its_marker_is_there_and_clears_the_marker() throws Exception {
        Path marked = Files.createDirectories(folder.resolve("marked"));
        add(marked, "marked");
        Files.writeString(marked.resolve("a.pdf"), PDF);
        Files.writeString(marked.resolve("b.pdf"), PDF.substring(0, 15));
        Files.writeString(marked.resolve("b.ok"), "");
        eventually(() -> Files.exists(marked.resolve("taken/b.pdf")));
        assertThat(marked.resolve("b.ok")).doesNotExist();
        assertThat(taken).hasSize(1);

        Files.writeString(marked.resolve("a.pdf.ok"), "");

        eventually(() -> Files.exists(marked.resolve("taken/a.pdf")) && !Files.exists(marked.resolve("a.pdf.ok")));
        Files.writeString(marked.resolve("c.pdf.ok"), "");
        Files.setLastModifiedTime(marked.resolve("c.pdf.ok"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(marked.resolve("c.pdf"), PDF + "c");
        Files.writeString(marked.resolve("d.pdf"), PDF + "d");
        Files.writeString(marked.resolve("d.pdf.ok"), "");
        eventually(() -> Files.exists(marked.resolve("taken/d.pdf")));
        assertThat(marked.resolve("c.pdf")).as("its marker was another's").exists();
    }

    @Test
    void takes_a_renamed_file_at_sight() throws Exception {
        Path renamed = Files.createDirectories(folder.resolve("renamed"));
        add(renamed, "renamed");
        Files.writeString(renamed.resolve("a.pdf.part"), PDF);
        Files.move(renamed.resolve("a.pdf.part"), renamed.resolve("a.pdf"));

        await().atMost(BOUND).until(() -> Files.exists(renamed.resolve("taken/a.pdf")));
        assertThat(taken).hasSize(1);
    }

    private void add(Path of, String takeWhen) throws Exception {
        TemplatedRouteBuilder.builder(camel, "receive-letter")
                .routeId("receive-letter-" + takeWhen)
                .prefixId(takeWhen)
                .parameter("name", takeWhen)
                .parameter("folder", of.toString())
                .parameter("takeWhen", takeWhen)
                .parameter("delay", "50")
                .add();
    }

    @Test
    void takes_the_numbered_files_of_one_letter_as_one_once_its_marker_is_there() throws Exception {
        Path numbered = Files.createDirectories(folder.resolve("numbered"));
        TemplatedRouteBuilder.builder(camel, "receive-letter")
                .routeId("receive-letter-numbered")
                .prefixId("numbered")
                .parameter("name", "numbered")
                .parameter("folder", numbered.toString())
                .parameter("files", "numbered")
                .parameter("takeWhen", "marked")
                .parameter("delay", "50")
                .add();
        Files.writeString(numbered.resolve("scan_001.pdf"), PDF);
        Files.writeString(numbered.resolve("scan_002.pdf"), PDF + 2);

        Files.writeString(numbered.resolve("scan.ok"), "");

        eventually(() -> Files.exists(numbered.resolve("taken/scan.pages.zip")));
        assertThat(taken).singleElement().satisfies(item -> {
            assertThat(item.mediaType()).isEqualTo("application/zip");
            assertThat(item.facts()).containsEntry("fileName", "scan.pages.zip");
        });
        eventually(() -> names(numbered).equals(List.of("taken")));
    }

    @Test
    void leaves_the_file_while_the_door_is_closed() throws IOException {
        closed = true;
        drop("a.pdf", PDF);
        eventually(() -> turnedAway.get() >= 3);
        assertThat(folder.resolve("a.pdf")).exists();

        closed = false;

        eventually(() -> Files.exists(folder.resolve("taken/a.pdf")));
        assertThat(taken).hasSize(1);
    }

    @Test
    void never_takes_a_half_written_file() throws IOException {
        drop("a.pdf", PDF.substring(0, 15));
        drop("b.pdf", PDF);
        eventually(() -> Files.exists(folder.resolve("taken/b.pdf")));
        assertThat(taken).hasSize(1);

        drop("a.pdf", PDF);
        eventually(() -> Files.exists(folder.resolve("taken/a.pdf")));
        assertThat(taken).hasSize(2);
    }

    @Test
    void puts_aside_what_is_no_scan_and_says_why() throws IOException {
        drop("facture.pdf.exe", "MZ");
        Files.createSymbolicLink(folder.resolve("lien.pdf"), Path.of("/etc/passwd"));

        eventually(() -> Files.exists(folder.resolve("refused/facture.pdf.exe"))
                && Files.isSymbolicLink(folder.resolve("refused/lien.pdf")));
        assertThat(folder.resolve("refused/facture.pdf.exe.pourquoi.txt"))
                .content()
                .contains("numérisez-le de nouveau");
        assertThat(taken).isEmpty();
    }

    @Test
    void gives_back_what_was_taken_and_could_not_be_read_and_says_why() throws IOException {
        drop("protégé.pdf", PDF + "protégé");
        drop("autre.pdf", PDF + "autre");
        eventually(() -> taken.size() == 2 && Files.exists(folder.resolve("taken/protégé.pdf")));
        String reason = "le PDF est protégé par un mot de passe";
        String sha256 = taken.stream()
                .filter(item -> "protégé.pdf".equals(item.facts().get("fileName")))
                .findFirst()
                .orElseThrow()
                .reference();

        refused.add(new Refusals.Refusal("autre.pdf", sha256, 0, "d'un ancien fichier de ce nom", clock.instant()));
        refused.add(new Refusals.Refusal("protégé.pdf", sha256, 0, reason, clock.instant()));

        eventually(() -> Files.exists(folder.resolve("refused/protégé.pdf.pourquoi.txt")));
        assertThat(folder.resolve("refused/protégé.pdf.pourquoi.txt")).content().contains(reason);
        assertThat(folder.resolve("refused/protégé.pdf")).exists();
        assertThat(folder.resolve("taken/autre.pdf")).exists();
    }

    @Test
    void gives_back_a_refused_file_whatever_its_name() throws IOException {
        String decomposed = "e\u0301".repeat(83) + ".pdf";
        assertThat(decomposed.getBytes(StandardCharsets.UTF_8)).hasSize(253);
        List<String> names = List.of("à l'été\r\n2.pdf", decomposed, "a".repeat(251) + ".pdf");
        for (String name : names) {
            drop(name, PDF + name);
        }
        eventually(() -> taken.size() == 3 && names(folder).equals(List.of("taken")));
        for (RawItem item : taken) {
            refused.add(new Refusals.Refusal(
                    String.valueOf(item.facts().get("fileName")), item.reference(), 0, "illisible", clock.instant()));
        }

        eventually(() -> Files.exists(folder.resolve("refused"))
                && names(folder.resolve("refused")).size() == 6);
        for (String name : names) {
            assertThat(folder.resolve("refused").resolve(name)).exists();
        }
    }

    @Test
    void leaves_alone_what_is_not_meant_for_it() throws IOException {
        for (String name : List.of("x.pdf.tmp", ".x.pdf.swp", "~$x.pdf", "x.pdf.part", "Thumbs.db")) {
            drop(name, PDF);
        }
        Files.createDirectories(folder.resolve("dossier.pdf"));
        drop("dossier.pdf/y.pdf", PDF);
        drop("z.pdf", PDF);
        eventually(() -> Files.exists(folder.resolve("taken/z.pdf")));

        assertThat(taken).hasSize(1);
        assertThat(folder.resolve("x.pdf.part")).exists();
        assertThat(folder.resolve("dossier.pdf/y.pdf")).exists();
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void accounts_for_each_empty_file() throws IOException {
        drop("a.pdf", "");
        drop("b.pdf", "");
        assertThat(taken).isEmpty();

        await().atMost(BOUND).until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return taken.size() == 2;
        });
        assertThat(taken).extracting(RawItem::reference).doesNotHaveDuplicates();
    }

    /** Waits while the clock goes on, a second at each look. */
    private void eventually(Callable<Boolean> condition) {
        await().atMost(BOUND).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return condition.call();
        });
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
