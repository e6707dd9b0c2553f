package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.Refused;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Scans as PNG: what telephones and small scanners make, and what nobody may send. */
class PngScansTest {

    static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};

    private final LetterNormaliser normaliser = LetterNormaliser.readingDirectly(ReadingSettings.defaults());

    @Test
    void are_read_on_white_paper_also_where_they_let_light_through() throws IOException {
        Contact contact = normaliser.normalise(HostileScansTest.item(page()));

        assertThat(contact.text()).contains("Madame Colombe Renard", "nid de poule");
        assertThat(((Letter) contact.channel()).reading()).isEqualTo(Letter.Reading.WHOLE);
    }

    @Test
    void are_read_in_part_or_refused_when_they_are_cut() throws IOException {
        byte[] page = page();

        assertThatThrownBy(() -> normaliser.normalise(HostileScansTest.item(Arrays.copyOf(page, 40))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("endommagée");
        assertThatThrownBy(() -> normaliser.normalise(HostileScansTest.item(Arrays.copyOf(page, page.length / 2))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("endommagée");
    }

    @Test
    void are_refused_by_the_size_that_they_announce() throws IOException {
        assertThatThrownBy(() -> normaliser.normalise(HostileScansTest.item(png(50_000, 50_000, 0))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("trop grande");
    }

    @Test
    void die_alone_when_a_few_kilobytes_unpack_to_gigabytes() throws IOException {
        assertThatThrownBy(() -> normaliser.normalise(HostileScansTest.item(png(16, 16, 1 << 30))))
                .isInstanceOf(Refused.class)
                .hasMessageMatching(".*(trop lourde|endommagée).*");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    /** Black on nothing at all. */
    private static byte[] page() throws IOException {
        BufferedImage page = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        int at = 200;
        for (String line : new String[] {
            "Madame Colombe Renard", "Madame, Monsieur,", "il y a un nid de poule profond devant ma maison."
        }) {
            pen.drawString(line, 150, at);
            at += 80;
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page, "png", bytes);
        return bytes.toByteArray();
    }

    /** A grey picture with a packed remark of so many bytes. */
    private static byte[] png(int width, int height, int remark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(MAGIC);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        chunk(bytes, "IHDR", header);
        if (remark > 0) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
            text.write(packed(remark));
            chunk(bytes, "zTXt", text.toByteArray());
        }
        chunk(bytes, "IDAT", packed(17 * 16));
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] packed(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] some = new byte[Math.min(zeros, 1 << 20)];
            for (int written = 0; written < zeros; written += some.length) {
                out.write(some);
            }
        }
        return packed.toByteArray();
    }

    /** A chunk with its sum. */
    static void chunk(ByteArrayOutputStream to, String type, byte[] data) throws IOException {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        to.write(ByteBuffer.allocate(4).putInt(data.length).array());
        to.write(named);
        to.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
