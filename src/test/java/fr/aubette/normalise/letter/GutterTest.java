package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GutterTest {

    @Test
    void lies_between_two_columns() {
        assertThat(Gutter.in(page(36, 40))).isTrue();
    }

    @Test
    void does_not_lie_in_lines_that_run_across() {
        assertThat(Gutter.in(page(0, 40))).isFalse();
    }

    @Test
    void is_no_head_of_sender_and_addressee() {
        assertThat(Gutter.in(page(6, 20))).isFalse();
        assertThat(Gutter.in(page(6, 6))).isFalse();
    }

    @Test
    void needs_words() {
        assertThat(Gutter.in(List.of())).isFalse();
        assertThat(Gutter.in(List.of(new Word(90, 5, 5, 0, 0)))).isFalse();
    }

    /** So many lines, of which the first ones leave the middle free. */
    private static List<Word> page(int parted, int lines) {
        List<Word> words = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            for (int x = 7 * (line % 5); x < 1000; x += 100) {
                boolean middle = x > 380 && x < 560;
                if (!middle || line >= parted) {
                    words.add(new Word(90, x, 40 * line, 85, 30));
                }
            }
        }
        return words;
    }
}
