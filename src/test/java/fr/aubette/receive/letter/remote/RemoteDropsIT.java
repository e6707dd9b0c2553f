package fr.aubette.receive.letter.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.receive.letter.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drop folders on Debian's own sshd and vsftpd, with the route files that ship. */
class RemoteDropsIT {

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static RealFileServers servers;

    @TempDir
    Path scratch = Path.of("");

    private DropReader hub;

    @BeforeEach
    void forget() {
        hub = new DropReader(servers, scratch);
    }

    @BeforeAll
    static void start() throws IOException {
        assumeThat(RealFileServers.available())
                .as("sshd and vsftpd, and root to start them")
                .isTrue();
        servers = new RealFileServers();
    }

    @AfterAll
    static void stop() throws IOException {
        if (servers != null) {
            servers.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void takes_what_is_whole_and_moves_it_on_the_server(String protocol) throws Exception {
        Path drop = empty(protocol);
        folder(drop.resolve("2026-02-27"));
        write(drop.resolve("2026-02-27/lettre à l'été.pdf"), PDF);
        write(drop.resolve("b*.pdf"), PDF);
        write(drop.resolve("c.pdf"), PDF.substring(0, 12));
        write(drop.resolve("d.pdf.part"), PDF);
        write(drop.resolve("e.txt"), "ni courrier, ni rien");

        try (CamelContext camel = hub.reading(protocol, Map.of())) {
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/lettre à l'été.pdf")));
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/e.txt")));
            write(drop.resolve("c.pdf"), PDF + "c");
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/c.pdf")));
        }

        assertThat(hub.taken).hasSize(3).allSatisfy(item -> {
            assertThat(item.source()).isEqualTo("brennac");
            assertThat(item.facts()).containsEntry("site", "Brennac");
        });
        assertThat(hub.taken)
                .filteredOn(item -> "lettre à l'été.pdf".equals(item.facts().get("fileName")))
                .singleElement()
                .satisfies(item -> assertThat(item.facts()).containsEntry("arrivedOn", "2026-02-27"));
        assertThat(drop.resolve("b*.pdf")).as("its name stands for several").exists();
        assertThat(drop.resolve("d.pdf.part")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void waits_for_the_marker_where_the_writer_lays_one(String protocol) throws Exception {
        Path drop = empty(protocol);
        write(drop.resolve("a.pdf"), PDF);
        write(drop.resolve("b.pdf"), PDF + "b");
        write(drop.resolve("b.pdf.ok"), "");

        try (CamelContext camel = hub.reading(protocol, Map.of("takeWhen", "marked"))) {
            await().atMost(SOON)
                    .until(() -> Files.exists(drop.resolve("taken/b.pdf")) && !Files.exists(drop.resolve("b.pdf.ok")));
            assertThat(drop.resolve("a.pdf")).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void loses_and_doubles_nothing_when_the_line_dies_in_the_middle(String protocol) throws Exception {
        Path drop = empty(protocol);
        byte[] large = new byte[24 << 20];
        new Random(7).nextBytes(large);
        Files.write(drop.resolve("lot.pdf"), large);
        own(drop.resolve("lot.pdf"));
        hub.closed = true;

        try (CamelContext camel = hub.reading(protocol, Map.of("takeWhen", "renamed"))) {
            for (int i = 0; i < 2; i++) {
                await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(hub::fetching);
                servers.killConnections();
                await().atMost(SOON).until(() -> !hub.fetching());
                assertThat(drop.resolve("lot.pdf")).exists();
            }
            hub.closed = false;
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/lot.pdf")));
        }

        assertThat(hub.safe).hasSize(1);
        assertThat(hub.safe.keySet())
                .singleElement()
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(large)));
        assertThat(drop.resolve("lot.pdf")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void says_nothing_to_a_server_that_is_not_who_it_should_be(String protocol) throws Exception {
        Path drop = empty(protocol);
        write(drop.resolve("a.pdf"), PDF);
        Path stranger = Files.writeString(
                scratch.resolve("stranger"),
                "[localhost]:" + servers.sftp
                        + " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n");
        Map<String, String> other =
                protocol.equals("sftp") ? Map.of("hostKeys", stranger.toString()) : Map.of("trust", "");

        try (CamelContext camel = hub.reading(protocol, other)) {
            await().atMost(SOON).until(() -> !hub.troubles.isEmpty());
        }

        assertThat(hub.troubles).anySatisfy(each -> assertThat(each).containsPattern("HostKey|PKIX|certif"));
        assertThat(hub.taken).isEmpty();
        assertThatThrownBy(() -> RemoteTrial.open(protocol, hub.entry(protocol, other), scratch))
                .hasMessageMatching("(?s).*(HostKey|PKIX|certif).*");
        RemoteTrial.open(protocol, hub.entry(protocol, Map.of()), scratch);
        assertThatThrownBy(() -> RemoteTrial.open(protocol, hub.entry(protocol, Map.of("host", "127.0.0.1")), scratch))
                .as("its name is localhost")
                .hasMessageMatching("(?s).*(HostKey|name|IP).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void makes_one_letter_of_numbered_files(String protocol) throws Exception {
        Path drop = empty(protocol);
        folder(drop.resolve("2026-02-27"));
        for (int page = 10; page > 0; page--) {
            write(drop.resolve("2026-02-27/lettre d'été_" + page + ".pdf"), PDF + page);
        }
        write(drop.resolve("seul.pdf"), PDF);

        try (CamelContext camel = hub.reading(protocol, Map.of("files", "numbered"))) {
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/lettre d'été_10.pdf")));
            await().atMost(SOON).until(() -> hub.noted.isEmpty() && Files.exists(drop.resolve("taken/seul.pdf")));
        }

        assertThat(hub.taken)
                .filteredOn(item -> "application/zip".equals(item.mediaType()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.facts())
                            .containsEntry("fileName", "lettre d'été.pages.zip")
                            .containsEntry("arrivedOn", "2026-02-27");
                });
        assertThat(hub.taken).hasSize(2);
        assertThat(hub.pages)
                .hasSize(10)
                .startsWith("0001.pdf lettre d'été_1.pdf " + PDF + 1)
                .endsWith("0010.pdf lettre d'été_10.pdf " + PDF + 10);
        assertThat(names(drop.resolve("2026-02-27"))).isEmpty();
        assertThat(names(drop.resolve("taken"))).hasSize(11);
        assertThat(hub.left()).as("nothing stays on the hub's disk").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void only_moves_away_what_a_kill_has_left_of_a_letter_that_is_safe(String protocol) throws Exception {
        Path drop = empty(protocol);
        write(drop.resolve("scan_1.pdf"), PDF + 1);
        write(drop.resolve("scan_2.pdf"), PDF + 2);
        write(drop.resolve("scan_3.pdf"), PDF + 3);
        hub.noted.dies(true);
        try (CamelContext camel = hub.reading(protocol, Map.of("files", "numbered"))) {
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/scan_3.pdf")));
        }
        assertThat(hub.taken).hasSize(1);
        // as the kill left them: the first one moved, a page of another letter come since
        Files.move(drop.resolve("taken/scan_2.pdf"), drop.resolve("scan_2.pdf"));
        Files.move(drop.resolve("taken/scan_3.pdf"), drop.resolve("scan_3.pdf"));
        write(drop.resolve("scan_4.pdf"), PDF + 4);
        write(drop.resolve("scan.ok"), "");
        hub.noted.dies(false);

        try (CamelContext camel = hub.reading(protocol, Map.of("files", "numbered", "takeWhen", "marked"))) {
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("taken/scan_4.pdf")));
        }

        assertThat(hub.taken).hasSize(2);
        assertThat(hub.pages).containsExactly("0004.pdf scan_4.pdf " + PDF + 4);
        assertThat(names(drop)).containsExactly("taken");
        assertThat(names(drop.resolve("taken")))
                .containsExactly("scan_1.pdf", "scan_2.pdf", "scan_3.pdf", "scan_4.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp", "ftps"})
    void moves_what_cannot_be_read_to_refused_with_its_reason(String protocol) throws Exception {
        Path drop = empty(protocol);
        write(drop.resolve("protégé.pdf"), PDF);
        write(drop.resolve("autre.pdf"), PDF + "d'un autre jour");

        try (CamelContext camel = hub.reading(protocol, Map.of())) {
            await().atMost(SOON)
                    .until(() -> hub.taken.size() == 2 && names(drop).equals(List.of("taken")));
            refuse("autre.pdf", 4, "d'un ancien fichier de ce nom");
            refuse("protégé.pdf", PDF.length(), "un mot de passe le protège");
            await().atMost(SOON).until(() -> Files.exists(drop.resolve("refused/protégé.pdf.pourquoi.txt")));
            await().atMost(SOON).until(() -> !Files.exists(drop.resolve("taken/protégé.pdf")));
        }

        assertThat(names(drop.resolve("taken"))).containsExactly("autre.pdf");
        assertThat(names(drop.resolve("refused"))).containsExactly("protégé.pdf", "protégé.pdf.pourquoi.txt");
        assertThat(drop.resolve("refused/protégé.pdf.pourquoi.txt")).content().contains("un mot de passe le protège");
        assertThat(hub.troubles).isEmpty();
    }

    private void refuse(String name, long size, String reason) {
        hub.refused.add(new Refusals.Refusal(name, "", size, reason, Instant.now()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path empty(String protocol) throws IOException {
        Path drop = servers.drop(protocol);
        try (Stream<Path> files = Files.list(drop)) {
            for (Path file : files.toList()) {
                org.springframework.util.FileSystemUtils.deleteRecursively(file);
            }
        }
        return drop;
    }

    private void folder(Path folder) throws IOException {
        own(Files.createDirectories(folder));
    }

    private void write(Path file, String content) throws IOException {
        own(Files.writeString(file, content));
    }

    private static void own(Path path) throws IOException {
        if (path.startsWith(servers.drop("ftps"))) {
            servers.owned(path);
        }
    }
}
