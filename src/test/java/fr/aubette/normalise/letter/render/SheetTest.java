package fr.aubette.normalise.letter.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int DPI = 300;
    private static final String TEXT =
            "Je vous prie de bien vouloir trouver ci-joint ma demande de prestation pour ma mère"
                    + " qui habite seule depuis la mort de mon père et ne peut plus monter son escalier";

    @ParameterizedTest
    @CsvSource({
        "CODE_128, 900, 300, 0", "CODE_128, 900, 300, 90", "CODE_128, 900, 300, 181.5", "CODE_128, 900, 300, -3",
        "QR_CODE, 400, 400, 0", "QR_CODE, 250, 250, 2.5", "QR_CODE, 400, 400, 180", "QR_CODE, 400, 400, 91",
        "DATA_MATRIX, 300, 300, 0", "DATA_MATRIX, 200, 200, 2", "DATA_MATRIX, 300, 300, 180",
                "DATA_MATRIX, 300, 300, 270"
    })
    void reads_a_code_however_the_sheet_lies(BarcodeFormat format, int width, int height, double degrees)
            throws WriterException {
        BufferedImage paper = paper(degrees, drawing -> {
            BitMatrix code = new MultiFormatWriter().encode("SEP-7;service=APA", format, width, height);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y)) {
                        drawing.fillRect(1400 + x, 500 + y, 1, 1);
                    }
                }
            }
        });

        assertThat(Sheet.of(Grey.of(paper, DPI)).codes()).extracting(Code::text).containsExactly("SEP-7;service=APA");
    }

    @ParameterizedTest
    @CsvSource({"0", "1.5", "90", "180"})
    void sees_patch_bars_however_the_sheet_lies(double degrees) throws WriterException {
        BufferedImage paper = paper(degrees, drawing -> {
            drawing.fillRect(500, 700, 1400, 24);
            drawing.fillRect(500, 748, 1400, 60);
            drawing.fillRect(500, 832, 1400, 24);
            drawing.fillRect(500, 880, 1400, 60);
        });

        assertThat(Sheet.of(Grey.of(paper, DPI)).codes()).containsExactly(Code.PATCH);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "-6, 0", "90, 1", "271.5, 1", "182, 0"})
    void straightens_the_lines_of_a_text(double degrees, int quarters) throws WriterException {
        Sheet sheet = Sheet.of(Grey.of(paper(degrees, drawing -> {}), DPI));

        assertThat(sheet.quarters()).isEqualTo(quarters);
        assertThat(sheet.codes()).isEmpty();
        Lie lie = Lie.of(Ink.of(sheet.picture()), List.of());
        assertThat(lie.sideways()).isFalse();
        assertThat(Math.abs(lie.degrees())).isLessThan(0.4);
    }

    @Test
    void knows_a_blank_sheet_with_a_scratch_from_a_written_one() {
        BufferedImage blank = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = blank.createGraphics();
        drawing.setColor(new Color(235, 235, 235));
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(Color.BLACK);
        drawing.fillRect(0, 1200, WIDTH, 3);
        assertThat(Sheet.of(Grey.of(blank, DPI)).blank()).isTrue();

        drawing.setFont(new Font(Font.SERIF, Font.PLAIN, 50));
        drawing.drawString("Je vous confirme mon appel de lundi.", 300, 600);
        assertThat(Sheet.of(Grey.of(blank, DPI)).blank()).isFalse();
    }

    private interface Drawn {
        void on(Graphics2D drawing) throws WriterException;
    }

    /** A letter of some lines on grey, speckled paper, turned clockwise. */
    private static BufferedImage paper(double degrees, Drawn more) throws WriterException {
        boolean lying = Math.round(degrees / 90) % 2 != 0;
        BufferedImage image =
                new BufferedImage(lying ? HEIGHT : WIDTH, lying ? WIDTH : HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new Color(225, 225, 225));
        drawing.fillRect(0, 0, HEIGHT, HEIGHT);
        drawing.translate(image.getWidth() / 2.0, image.getHeight() / 2.0);
        drawing.rotate(Math.toRadians(degrees));
        drawing.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
        drawing.setColor(new Color(40, 40, 40));
        drawing.setFont(new Font(Font.SERIF, Font.PLAIN, 50));
        List<String> words = Arrays.asList(TEXT.split(" "));
        for (int line = 0; line < 12; line++) {
            Collections.rotate(words, 5);
            drawing.drawString(String.join(" ", words.subList(0, 12)), 300, 1500 + 70 * line);
        }
        more.on(drawing);
        Random specks = new Random(7);
        for (int i = 0; i < 2000; i++) {
            image.getRaster().setSample(specks.nextInt(image.getWidth()), specks.nextInt(image.getHeight()), 0, 90);
        }
        return image;
    }
}
