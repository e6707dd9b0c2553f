package fr.aubette.receive.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.intake.IntakeUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The filter in front of the forms. */
class BodyFilterTest {

    @TempDir
    Path scratch = Path.of("");

    private final MockHttpServletRequest post = new MockHttpServletRequest("POST", "/formulaires/contact");

    @Test
    void puts_a_body_aside_in_the_hubs_own_folder_until_it_is_answered() throws Exception {
        post.setContent("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        new BodyFilter(1000, scratch).doFilter(post, new MockHttpServletResponse(), (request, response) -> {
            assertThat(BodyFilter.spool((HttpServletRequest) request).size()).isEqualTo(2);
            assertThat(scratch).isNotEmptyDirectory();
        });

        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void lets_the_door_say_that_it_is_closed_while_there_is_no_room() throws Exception {
        Files.delete(scratch);

        new BodyFilter(1000, scratch)
                .doFilter(
                        post,
                        new MockHttpServletResponse(),
                        (request, response) -> assertThatThrownBy(() -> BodyFilter.spool((HttpServletRequest) request))
                                .isInstanceOf(IntakeUnavailable.class));
        Files.createDirectory(scratch);
    }
}
