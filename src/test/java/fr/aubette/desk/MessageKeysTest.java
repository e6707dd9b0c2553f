package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages say, in both languages: no sentence is missing in one, none is left that no page says. */
class MessageKeysTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Keys are made of these: a name, or a name and a code (`status.` and `open`). */
    private static final Pattern WORD = Pattern.compile("[\\w.-]+");

    /** Pages make these of two words each, so that neither stands anywhere by itself. */
    private static final List<String> COMPOSED =
            List.of("event.linked-", "rule.same-", "rule.shared-", "end.in-flight");

    @Test
    void areTheSameInBothLanguages() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages_fr.properties"));
    }

    @Test
    void areEachSaidSomewhere() throws IOException {
        Set<String> words = Stream.of("src/main/java", "src/main/resources", "config", "routes")
                .flatMap(MessageKeysTest::sources)
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toSet());

        assertThat(keys("messages_fr.properties"))
                .allSatisfy(key -> assertThat(said(key, words)).as(key).isTrue());
    }

    /** As it is, or as the end of it is: a code that a page puts behind a dot. */
    private static boolean said(String key, Set<String> words) {
        if (words.contains(key) || COMPOSED.stream().anyMatch(key::startsWith)) {
            return true;
        }
        return Stream.iterate(key, rest -> rest.contains("."), MessageKeysTest::end)
                .map(MessageKeysTest::end)
                .anyMatch(code -> words.contains(code)
                        || words.contains(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static String end(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private static Set<String> keys(String name) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name))) {
            read.load(in);
        }
        return new TreeSet<>(read.stringPropertyNames());
    }

    private static Stream<String> sources(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files
                    .filter(file -> file.toString().matches(".*[.](java|html|js|sql|ya?ml)"))
                    .map(MessageKeysTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
