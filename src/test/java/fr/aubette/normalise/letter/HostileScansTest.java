package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody may send, and what comes of it: a reason, soon, in a process that dies alone. */
class HostileScansTest {

    private static final LetterNormaliser NORMALISER = LetterNormaliser.readingDirectly(ReadingSettings.defaults());

    static Stream<Arguments> hostile() {
        byte[] twenty = Scans.pdf(20, "Bonjour, une lettre.");
        return Stream.of(
                Arguments.of("empty", new byte[0], "vide"),
                Arguments.of("header only", text("%PDF-1.7\n"), "tronqué"),
                Arguments.of("cut before its first page", Arrays.copyOf(twenty, 330), "tronqué"),
                Arguments.of("HTML", text("<html><script>alert(1)</script></html>"), "ni un PDF"),
                Arguments.of("program", text("MZ" + "\0".repeat(400)), "ni un PDF"),
                Arguments.of("password", Scans.locked(), "mot de passe"),
                Arguments.of("no page", Scans.pdf(0, ""), "aucune page"),
                Arguments.of(
                        "page tree loop",
                        Scans.file(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>")),
                        "boucle"),
                Arguments.of("too many pages", Scans.pdf(1001, "Bonjour, une lettre."), "plus de 1000 pages"),
                Arguments.of("huge page", Scans.pdf(1, "Bonjour.", "0 0 10000000 10000000", ""), "trop grande"),
                Arguments.of("deep array", deep(), "endommagé|anormale"),
                Arguments.of(
                        "huge image",
                        Scans.imagePdf(
                                "/Width 50000/Height 50000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode"
                                        + "/DecodeParms<</K -1/Columns 50000/Rows 50000>>",
                                "\0".repeat(64)),
                        "trop grande"),
                Arguments.of(
                        "noise for a compressed picture",
                        Scans.imagePdf(
                                "/Width 2480/Height 3508/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
                                "\0".repeat(60)),
                        "endommagée"),
                Arguments.of(
                        "huge JPEG",
                        hex("ffd8ffc0001108ffdcffdc03011100021100031100ffda000c03010002000300003f00ffd9"),
                        "trop grande|endommagée"),
                Arguments.of(
                        "cut JPEG",
                        hex("ffd8ffe000104a46494600010100000100010000ffc0000b0804000400010111"),
                        "endommagée"),
                Arguments.of("TIFF loop", tiff(8, 32, 16), "boucle"),
                Arguments.of("TIFF strip outside", tiff(0, 0xFFFFFFFF, 16), "dépassent"),
                Arguments.of("TIFF huge", tiff(0, 32, -1), "trop grande"),
                Arguments.of("BigTIFF", hex("49492b00080000001000000000000000"), "BigTIFF"),
                Arguments.of("TIFF nowhere", hex("49492a00ffffff7f"), "tronqué"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void is_refused_with_a_reason(String name, byte[] file, String reason) {
        assertThatThrownBy(() -> NORMALISER.normalise(item(file)))
                .isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(e.getMessage()).containsPattern(reason));
    }

    @Test
    void reads_what_came_of_a_cut_file_and_names_each_page_that_did_not() {
        byte[] twenty = Scans.pdf(20, "Bonjour, une lettre.");

        Letter letter = (Letter) NORMALISER
                .normalise(item(Arrays.copyOf(twenty, twenty.length / 2)))
                .channel();

        assertThat(letter.reading()).isEqualTo(Letter.Reading.IN_PART);
        assertThat(letter.pages()).hasSize(20);
        assertThat(letter.pages().get(0).text()).contains("Page 1.");
        assertThat(letter.remarks()).anySatisfy(remark -> assertThat(remark).contains("n'est pas arrivée", "tronqué"));
        assertThat(letter.pages()).filteredOn(page -> page.text().isEmpty()).hasSizeBetween(9, 12);
    }

    @Test
    void reads_a_page_count_that_lies_and_says_so() {
        String lying = new String(Scans.pdf(1, "Bonjour, une lettre."), StandardCharsets.ISO_8859_1)
                .replace("/Count 1", "/Count 2000000000");

        Letter letter = (Letter) NORMALISER.normalise(item(text(lying))).channel();

        assertThat(letter.reading()).isEqualTo(Letter.Reading.IN_PART);
        assertThat(letter.remarks()).singleElement().asString().contains("2000000000");
    }

    @Test
    void leaves_no_process_behind_and_the_next_good_file_is_read() throws IOException {
        LetterNormaliser narrow = LetterNormaliser.readingDirectly(new ReadingSettings(
                "tesseract",
                "fra",
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                1000,
                40_000_000,
                300_000_000,
                300,
                128,
                1,
                0));
        assertThatThrownBy(() -> narrow.normalise(item(bomb())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("trop lourde");

        assertThat(NORMALISER
                        .normalise(item(Scans.pdf(1, "Bonjour, une lettre.")))
                        .text())
                .contains("Bonjour, une lettre.");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    /** A page of a few kilobytes that keeps thirty million states of its drawing. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] states = "q\n".repeat(1 << 19).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 64; i++) {
                out.write(states);
            }
        }
        return Scans.file(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
                "<</Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n"
                        + packed.toString(StandardCharsets.ISO_8859_1) + "\nendstream"));
    }

    @Test
    void never_runs_what_a_file_asks_to_run() {
        byte[] launch = Scans.pdf(1, "Bonjour, une lettre.", "0 0 595 842", "/OpenAction<</S/Launch/F(cmd.exe)>>");

        Contact contact = NORMALISER.normalise(item(launch));

        assertThat(contact.text()).contains("Bonjour, une lettre. Page 1.");
        assertThat(contact.channel()).isInstanceOfSatisfying(Letter.class, letter -> {
            assertThat(letter.reading()).isEqualTo(Letter.Reading.WHOLE);
            assertThat(letter.pages()).extracting(Letter.Page::confidence).isEqualTo(List.of(100));
        });
    }

    static RawItem item(byte[] file) {
        return new RawItem(
                ChannelKind.LETTER,
                "brennac",
                "r",
                Instant.parse("2026-03-02T08:00:00Z"),
                "",
                Map.of("site", "Brennac", "arrivedOn", "2026-03-02"),
                Content.of(file));
    }

    private static byte[] deep() {
        return Scans.pdf(1, "Bonjour, une lettre.", "0 0 595 842", "/X " + "[".repeat(100_000) + "]".repeat(100_000));
    }

    /** One directory at 8 with a strip of 16 x 16 pixels. */
    private static byte[] tiff(int next, int stripLength, int side) {
        int[][] entries = {
            {256, side}, {257, side}, {258, 1}, {259, 1}, {262, 1}, {273, 8}, {278, 16}, {279, stripLength}
        };
        StringBuilder hex = new StringBuilder("49492a0008000000").append("0800");
        for (int[] entry : entries) {
            hex.append(little(entry[0], 2)).append("0400").append(little(1, 4)).append(little(entry[1], 4));
        }
        return hex(hex.append(little(next, 4)).append("00".repeat(64)).toString());
    }

    private static String little(int value, int bytes) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            hex.append(String.format("%02x", value >> 8 * i & 0xFF));
        }
        return hex.toString();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
