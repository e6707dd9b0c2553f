package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void arePairsOfWordsWhateverStandsBetween() {
        String text = "il le tape, encore !";
        List<String> written = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();

        Pieces.pairs(text, 0, text.length(), (number, first, firstEnd, second, end) -> {
            written.add(text.substring(first, firstEnd) + "_" + text.substring(second, end));
            numbers.add(number);
        });

        assertThat(written).containsExactly("il_le", "le_tape", "tape_encore");
        assertThat(numbers).isEqualTo(written.stream().map(Pieces::number).toList());
    }
}
