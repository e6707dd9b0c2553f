package fr.aubette.normalise.letter.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.bench.ArchiveSheet;
import fr.aubette.bench.ArchiveSheet.Spoilt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typewriting from an archive: its letters stand below each other, and time has been at it. */
class TypewrittenSheetTest {

    private static final String TEXT =
            "je soussigné inspecteur de l'assistance certifie que la famille a reçu le secours mensuel alloué par la commission";

    @ParameterizedTest
    @EnumSource(
            value = Spoilt.class,
            names = {"PLAIN", "BORDERS", "RULED"})
    void knows_its_lines_from_its_columns(Spoilt how) {
        Grey upright = page(how);

        assertThat(Sheet.of(upright).quarters()).isZero();
        assertThat(Sheet.of(upright.quarterTurned().quarterTurned().quarterTurned())
                        .quarters())
                .isEqualTo(1);
    }

    @Test
    void loses_the_black_around_it_and_nothing_else() {
        Grey page = page(Spoilt.BORDERS);
        Grey inside = DarkBorders.without(page);

        assertThat(inside.pixels()[0]).isEqualTo((byte) 255);
        assertThat(dark(page.pixels())).isGreaterThan(4 * dark(inside.pixels()));
        Grey plain = page(Spoilt.PLAIN);
        assertThat(DarkBorders.without(plain)).isSameAs(plain);
    }

    @Test
    void is_read_without_the_rules_that_it_was_written_on() {
        Sheet ruled = Sheet.of(page(Spoilt.RULED));
        int before = dark(ruled.picture().pixels());

        assertThat(ruled.toRead().steps()).contains("unruled");
        assertThat(dark(ruled.picture().pixels())).isBetween(before / 2, before);
        assertThat(RuledLines.remove(ruled.picture())).isFalse();
        assertThat(Sheet.of(page(Spoilt.PLAIN)).toRead().steps()).doesNotContain("unruled");
    }

    @Test
    void is_no_blank_side_however_faint_its_ribbon_was() {
        Grey page = page(Spoilt.FAINT);
        byte[] fainter = page.pixels().clone();
        for (int i = 0; i < fainter.length; i++) {
            fainter[i] = (byte) (255 - (255 - (fainter[i] & 0xFF)) / 2);
        }
        Sheet sheet = Sheet.of(new Grey(page.width(), page.height(), page.dpi(), fainter));

        assertThat(sheet.blank()).isFalse();
        assertThat(sheet.steps()).contains(Sheet.PALE);
    }

    @Test
    void loses_what_shines_through_and_nothing_that_is_pale_beside_its_text() {
        Grey plain = page(Spoilt.PLAIN);
        byte[] pencilled = plain.pixels().clone();
        for (int i = 0; i < pencilled.length; i++) {
            int below = plain.pixels()[(plain.height() - 1 - i / plain.width()) * plain.width() + i % plain.width()];
            pencilled[i] = (byte) Math.min(plain.pixels()[i] & 0xFF, 255 - (255 - (below & 0xFF)) * 3 / 10);
        }
        Grey beside = new Grey(plain.width(), plain.height(), plain.dpi(), pencilled);

        assertThat(Sheet.of(page(Spoilt.BLEEDING)).toRead().steps()).contains("shone");
        assertThat(Sheet.of(plain).toRead().steps()).doesNotContain("shone");
        assertThat(Sheet.of(beside).toRead().steps()).doesNotContain("shone");
    }

    private static int dark(byte[] pixels) {
        int dark = 0;
        for (byte pixel : pixels) {
            dark += (pixel & 0xFF) < 120 ? 1 : 0;
        }
        return dark;
    }

    private static Grey page(Spoilt how) {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 30; line++) {
            int from = 7 * line % 50;
            lines.add(TEXT.substring(from, from + 60));
        }
        return Grey.of(new ArchiveSheet(new Random(3), how).of(List.of(lines)), 300);
    }
}
