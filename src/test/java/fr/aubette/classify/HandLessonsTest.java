package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandLessonsTest {

    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("config"));
    private static final List<HandLessons.HandLesson> LESSONS = HandLessons.of(FOLDER.routing(FOLDER.catalogue()));

    @Test
    void teachEachStrongWordAmongWordsOfEveryday() {
        assertThat(LESSONS)
                .anySatisfy(each -> {
                    assertThat(each.text()).contains("carte vitale").hasSizeGreaterThan(40);
                    assertThat(each.motives()).containsExactly("SANTE");
                })
                .hasSizeGreaterThan(500);
    }

    @Test
    void leaveOutWhatIsNoWordToBeSaid() {
        assertThat(LESSONS).extracting(HandLessons.HandLesson::text).noneMatch(text -> text.matches(".*[#*~].*"));
    }
}
