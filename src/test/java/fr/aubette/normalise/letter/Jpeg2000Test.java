package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scanner's page in JPEG 2000 inside a PDF. */
class Jpeg2000Test {

    private static final LetterNormaliser NORMALISER = LetterNormaliser.readingDirectly(ReadingSettings.defaults());
    private static final Path SCANS = Path.of("src/test/resources/letters");
    private static final String SIZE = "/Width 1240/Height 1754";

    @BeforeEach
    void needsTheProgram() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/opj_decompress")), "libopenjp2-tools is not installed");
    }

    @ParameterizedTest
    @CsvSource({"grey.jp2,", "grey.jp2,/ColorSpace/DeviceGray/BitsPerComponent 8", "colour.j2k,/ColorSpace/DeviceRGB"})
    void is_read(String file, String more) throws IOException {
        Contact contact = NORMALISER.normalise(
                HostileScansTest.item(pdf(SIZE + (more == null ? "" : more), Files.readAllBytes(SCANS.resolve(file)))));

        assertThat(contact.text()).contains("Lucie Lemaire", "Un nid de poule profond");
        assertThat(((Letter) contact.channel()).reading()).isEqualTo(Letter.Reading.WHOLE);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void is_refused_by_its_own_size_whatever_the_file_says_of_it() throws IOException {
        byte[] huge = Files.readAllBytes(SCANS.resolve("colour.j2k"));
        ByteBuffer.wrap(huge).putInt(8, 50_000).putInt(12, 50_000);

        assertThatThrownBy(() -> NORMALISER.normalise(HostileScansTest.item(pdf(SIZE, huge))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("trop grande");
    }

    @Test
    void is_refused_when_it_is_something_else() throws IOException {
        byte[] whole = Files.readAllBytes(SCANS.resolve("grey.jp2"));
        byte[] broken = whole.clone();
        Arrays.fill(broken, 120, broken.length, (byte) 0x5A);
        for (byte[] bad : new byte[][] {Arrays.copyOf(whole, 100), broken, new byte[0], new byte[400]}) {
            assertThatThrownBy(() -> NORMALISER.normalise(HostileScansTest.item(pdf(SIZE, bad))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("endommagée");
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private static byte[] pdf(String size, byte[] picture) {
        return Scans.imagePdf(size + "/Filter/JPXDecode", new String(picture, StandardCharsets.ISO_8859_1));
    }
}
