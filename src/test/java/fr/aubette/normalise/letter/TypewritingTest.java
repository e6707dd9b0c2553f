package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.bench.ArchiveSheet;
import fr.aubette.bench.ArchiveSheet.Spoilt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;

class TypewritingTest {

    private static final LetterNormaliser NORMALISER = LetterNormaliser.readingDirectly(ReadingSettings.defaults());

    private static final String TEXT = "je soussigne inspecteur de l'assistance certifie que la famille de la commune a"
            + " recu le secours mensuel alloue par la commission dans sa derniere seance";

    @Test
    void is_read_although_its_letters_are_in_pieces() throws IOException {
        assertThat(wrong(Spoilt.BROKEN, 14)).isLessThan(0.1);
    }

    /** The ring and the frame of a stamp over it, as pale as some of its letters are. */
    @Test
    void is_read_under_a_pale_stamp() throws IOException {
        assertThat(wrong(Spoilt.STAMPED, 34)).isLessThan(0.05);
    }

    /** Share of its characters. */
    private static double wrong(Spoilt how, int count) throws IOException {
        String text = TEXT.repeat(1 + count / 10);
        List<String> lines = IntStream.range(0, count)
                .mapToObj(line -> text.substring(5 * line, 5 * line + 60).strip())
                .toList();
        String read = read(new ArchiveSheet(new Random(9), how).of(List.of(lines)));
        String written = String.join(" ", lines);
        return (double) new LevenshteinDistance().apply(written, read.replaceAll("\\s+", " ")) / written.length();
    }

    private static String read(java.awt.image.BufferedImage sheet) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", png);
        return NORMALISER.normalise(HostileScansTest.item(png.toByteArray())).text();
    }
}
