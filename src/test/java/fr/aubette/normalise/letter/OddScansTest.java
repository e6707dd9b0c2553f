package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.Refused;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats that copiers and fax servers write and that are seldom seen: read, or refused with a reason. */
class OddScansTest {

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 1200;

    private static final LetterNormaliser NORMALISER = LetterNormaliser.readingDirectly(ReadingSettings.defaults());

    static Stream<Arguments> odd() throws IOException {
        return Stream.of(
                Arguments.of("JPEG in inks", cmyk()),
                Arguments.of("TIFF of 16 bits", tiff(16, HEIGHT)),
                Arguments.of("TIFF of a strip a row", tiff(8, 1)),
                Arguments.of("PDF of a fax", fax(false)),
                Arguments.of("PDF of JBIG2", fax(true)),
                Arguments.of("PDF of unseen text alone", unseen()),
                Arguments.of("PDF with an empty password", locked()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void are_read(String name, byte[] file) {
        Contact contact = NORMALISER.normalise(HostileScansTest.item(file));

        assertThat(contact.text()).contains("Colombe Renard", "poule");
        assertThat(((Letter) contact.channel()).reading()).isEqualTo(Letter.Reading.WHOLE);
    }

    @Test
    void are_read_in_part_when_other_files_lie_in_them() throws IOException {
        assertThat(enclosing("/Collection<</Type/Collection>>").remarks())
                .anySatisfy(remark -> assertThat(remark).contains("porte-documents"));
        Letter letter = enclosing("/Names<</EmbeddedFiles<</Kids[<</Names[(a)<<>>(b)<<>>]>>]>>>>");
        assertThat(letter.reading()).isEqualTo(Letter.Reading.IN_PART);
        assertThat(letter.remarks()).anySatisfy(remark -> assertThat(remark).contains("2 fichiers joints"));
    }

    @Test
    void are_read_in_part_when_acrobat_alone_would_draw_them() throws IOException {
        Letter letter = enclosing("/NeedsRendering true/AcroForm<</XFA[(template)(<x/>)]/Fields[]>>");

        assertThat(letter.reading()).isEqualTo(Letter.Reading.IN_PART);
        assertThat(letter.remarks()).anySatisfy(remark -> assertThat(remark).contains("XFA", "à imprimer"));
        assertThat(enclosing("/AcroForm<</XFA(<x/>)/Fields[<</FT/Tx/T(a)>>]>>").reading())
                .as("its fields are on the page")
                .isEqualTo(Letter.Reading.WHOLE);
    }

    private static Letter enclosing(String catalogue) {
        return (Letter) NORMALISER
                .normalise(HostileScansTest.item(Scans.pdf(1, "Bonjour, une lettre.", "0 0 595 842", catalogue)))
                .channel();
    }

    static Stream<Arguments> hostile() throws IOException {
        return Stream.of(
                Arguments.of("one page ten thousand times", again(), "plus de 1000 pages"),
                Arguments.of("picture that unpacks to gigabytes", bomb(), "trop lourde|endommagée"),
                Arguments.of("TIFF whose strips lie outside", outside(), "dépassent"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void are_refused_with_a_reason(String name, byte[] file, String reason) {
        assertThatThrownBy(() -> NORMALISER.normalise(HostileScansTest.item(file)))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).containsPattern(reason));
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private static BufferedImage page(int type) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        int at = 200;
        for (String line :
                List.of("Madame Colombe Renard", "Madame, Monsieur,", "un nid de poule est devant ma maison.")) {
            pen.drawString(line, 150, at);
            at += 80;
        }
        pen.dispose();
        return page;
    }

    /** Four inks a point, as presses and some copiers write it. */
    private static byte[] cmyk() throws IOException {
        BufferedImage grey = page(BufferedImage.TYPE_BYTE_GRAY);
        var inks = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                inks.setPixel(x, y, new int[] {0, 0, 0, 255 - grey.getRaster().getSample(x, y, 0)});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new javax.imageio.IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Uncompressed, the rows of a strip as told. */
    private static byte[] tiff(int bits, int rows) {
        byte[] pixels = pixels(bits);
        int strips = (HEIGHT + rows - 1) / rows;
        int strip = rows * WIDTH * bits / 8;
        int tables = 8 + 2 + 9 * 12 + 4;
        int data = tables + 8 * strips;
        ByteBuffer file = ByteBuffer.allocate(data + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 9);
        entry(file, 256, 4, 1, WIDTH);
        entry(file, 257, 4, 1, HEIGHT);
        entry(file, 258, 3, 1, bits);
        entry(file, 259, 3, 1, 1);
        entry(file, 262, 3, 1, 1);
        entry(file, 273, 4, strips, strips == 1 ? data : tables);
        entry(file, 277, 3, 1, 1);
        entry(file, 278, 4, 1, rows);
        entry(file, 279, 4, strips, strips == 1 ? pixels.length : tables + 4 * strips);
        file.putInt(0);
        for (int i = 0; i < strips; i++) {
            file.putInt(tables + 4 * i, data + i * strip).putInt(tables + 4 * (strips + i), strip);
        }
        file.position(data).put(pixels);
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] pixels(int bits) {
        BufferedImage grey = page(BufferedImage.TYPE_BYTE_GRAY);
        ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int level = grey.getRaster().getSample(i % WIDTH, i / WIDTH, 0);
            if (bits == 16) {
                pixels.putShort((short) (level << 8));
            } else {
                pixels.put((byte) level);
            }
        }
        return pixels.array();
    }

    private static byte[] outside() {
        byte[] file = tiff(8, 1);
        return java.util.Arrays.copyOf(file, file.length - 2 * WIDTH);
    }

    /** Group 4 by itself, or as the one region of a JBIG2 page. */
    private static byte[] fax(boolean jbig2) throws IOException {
        byte[] group4;
        try (PDDocument document = new PDDocument()) {
            group4 = CCITTFactory.createFromImage(document, page(BufferedImage.TYPE_BYTE_BINARY))
                    .getCOSObject()
                    .createRawInputStream()
                    .readAllBytes();
        }
        String size = "/Width " + WIDTH + "/Height " + HEIGHT + "/BitsPerComponent 1/ColorSpace/DeviceGray";
        return jbig2
                ? Scans.imagePdf(size + "/Filter/JBIG2Decode", text(region(group4)))
                : Scans.imagePdf(
                        size + "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns " + WIDTH + "/Rows " + HEIGHT + ">>",
                        text(group4));
    }

    /** ITU-T T.88: the page's own segment, then a generic region coded as a fax is. */
    private static byte[] region(byte[] group4) {
        return ByteBuffer.allocate(11 + 19 + 11 + 18 + group4.length)
                .putInt(0)
                .put(new byte[] {48, 0, 1})
                .putInt(19)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put(new byte[11])
                .putInt(1)
                .put(new byte[] {38, 0, 1})
                .putInt(18 + group4.length)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put(new byte[9])
                .put((byte) 1)
                .put(group4)
                .array();
    }

    /** Words that are drawn with no ink, as a reader of characters lays them behind a picture, and no picture. */
    private static byte[] unseen() {
        String words = "Madame Colombe Renard. Un nid de poule profond est devant ma maison depuis le mois de janvier.";
        return text2pdf("3 Tr (" + words + ") Tj");
    }

    private static byte[] text2pdf(String show) {
        String content = "BT /F1 10 Tf 60 760 Td " + show + " ET";
        return Scans.file(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                        + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream"));
    }

    private static byte[] locked() throws IOException {
        try (PDDocument document =
                        Loader.loadPDF(text2pdf("(Madame Colombe Renard. Un nid de poule est devant ma maison.) Tj"));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.LANG, COSName.A);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] again() {
        return Scans.file(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 10000/Kids[" + "3 0 R ".repeat(10_000) + "]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"));
    }

    /** Announced as a page, packed as two gigabytes of white. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] white = new byte[1 << 20];
            for (int i = 0; i < 2048; i++) {
                out.write(white);
            }
        }
        return Scans.imagePdf(
                "/Width 2480/Height 3508/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode",
                text(packed.toByteArray()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
