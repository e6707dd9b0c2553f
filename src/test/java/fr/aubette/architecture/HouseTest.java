package fr.aubette.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must keep to, each rule with its reason. */
class HouseTest {

    /** What one reads at a sitting; a longer file shows more than one thing and is parted by what it shows. */
    private static final int LONGEST_FILE = 400;

    private static final Pattern BROAD =
            Pattern.compile("catch \\((final )?(Exception|RuntimeException|Throwable|Error) ");

    /** Everywhere else the exception that is meant is named, so that a fault of our own is not taken for it. */
    private static final Map<String, String> BROAD_CATCHES = Map.ofEntries(
            Map.entry(
                    "classify/embedding/SentenceModels.java",
                    "an administrator's model and runtime may throw anything"),
            Map.entry("cli/ChannelChecks.java", "Camel's loader of routes declares Exception"),
            Map.entry("embedded/BrokerServer.java", "Artemis' start, stop and acceptors declare Exception"),
            Map.entry("lease/GatedRoutes.java", "Camel's route controller and its JMS consumer declare Exception"),
            Map.entry("outbox/QueueQuestions.java", "Artemis' reading of a management answer declares Exception"),
            Map.entry("receive/SourceConsumer.java", "a route may throw anything: it is kept with the exchange"),
            Map.entry("receive/letter/remote/RemoteTrial.java", "Camel's endpoints and context declare Exception"),
            Map.entry("receive/phone/CallFollower.java", "what one call meets does not stop those behind it"),
            Map.entry("stream/DryRun.java", "Camel's context and loader of routes declare Exception"),
            Map.entry("stream/OneTransaction.java", "a step may throw anything: it rolls the transaction back"));

    private static final Pattern TEXT = Pattern.compile("\\.(java|html|css|js|properties|yaml|sql|md|json)$");

    @Test
    void hasNoFileThatIsTooLongToRead() {
        assertThat(sources(Path.of("src")).filter(file -> lines(file).size() > LONGEST_FILE))
                .as("Java files of over %d lines", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void catchesAnythingOnlyWhereALibraryMayThrowAnything() {
        Path root = Path.of("src/main/java/fr/aubette");
        assertThat(sources(root)
                        .filter(file -> lines(file).stream()
                                .anyMatch(line -> BROAD.matcher(line).find()))
                        .map(file -> root.relativize(file).toString()))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(BROAD_CATCHES.keySet()));
    }

    /** A browser skips half a stylesheet and shows the marks in a page: nothing fails, and all looks wrong. */
    @Test
    void keepsNoTwoVersionsOfAFileThatWereNotMerged() {
        Stream<Path> texts = Stream.of("src/main", "src/test/java", "routes", "config", "docs")
                .flatMap(root -> files(Path.of(root)))
                .filter(file -> TEXT.matcher(file.toString()).find());
        assertThat(texts.filter(file -> lines(file).stream().anyMatch(line -> line.matches("(<{7}|>{7}) .*"))))
                .isEmpty();
    }

    private static Stream<Path> sources(Path root) {
        return files(root).filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
