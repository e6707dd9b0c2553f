package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking again at a page that was read poorly, by a program that stands in for tesseract. */
class CarefulReadingTest {

    private static final String WORD = "5\\t1\\t1\\t1\\t1\\t1\\t1\\t1\\t9\\t9\\t%d\\t%s\\n";

    @TempDir
    Path folder;

    /** At 20 % it says more against the page than for it: nothing at all would be worth more. */
    @ParameterizedTest
    @CsvSource({"20,exit 3", "20,sleep 30", "60,exit 3", "20,exit 0"})
    void keeps_what_was_read_when_every_further_look_fails(int confidence, String failure) throws IOException {
        PageResult read = reading(confidence, failure, Duration.ofSeconds(1)).read(1, picture(), 300);

        assertThat(read.state()).isEqualTo(PageResult.State.READ);
        assertThat(read.text()).isEqualTo("Bonjour");
        assertThat(left()).as("nothing that was put aside stays").containsExactly("1.pgm", "tesseract");
    }

    @Test
    void leaves_nothing_behind_when_the_first_look_is_too_slow() throws IOException {
        PageResult read = new CarefulReading(
                        new Tesseract(TesseractTest.settings(script("sleep 30"), Duration.ofSeconds(1))))
                .read(1, picture(), 300);

        assertThat(read.state()).isEqualTo(PageResult.State.UNREAD);
        assertThat(left()).containsExactly("1.pgm", "tesseract");
    }

    /** The first look reads one word; as one block, upside down and at half its size fail. */
    private CarefulReading reading(int confidence, String failure, Duration timeout) throws IOException {
        String first = "case \"$*\" in *.less*--psm\\ 3*) printf '" + WORD.formatted(confidence, "Bonjour") + "';; *) "
                + failure + ";; esac";
        return new CarefulReading(new Tesseract(TesseractTest.settings(script(first), timeout)));
    }

    private Path picture() throws IOException {
        return Files.writeString(
                folder.resolve("1.pgm"), "P5\n30 30\n255\n" + "~".repeat(900), StandardCharsets.US_ASCII);
    }

    private String script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private Stream<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
