package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The doctor, asked by somebody who has just cloned the project. */
class DoctorTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void says_that_the_demonstration_needs_none_of_what_is_missing() {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = new Doctor(print, print, false).run("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("./aubette doctor --demo");
    }
}
