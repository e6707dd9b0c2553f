package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A letter that came in several files. */
class BundleScanTest {

    private final LetterNormaliser normaliser = LetterNormaliser.readingDirectly(ReadingSettings.defaults());

    @Test
    void is_read_page_after_page_in_the_order_of_its_numbers() throws IOException {
        Contact contact = normalise(
                ZipEntry.STORED,
                Map.of(
                        "0002.pdf", Scans.pdf(1, "Suite de la lettre."),
                        "0001.pdf", Scans.pdf(2, "Bonjour, une lettre."),
                        "0003.pdf", Scans.pdf(1, "Fin de la lettre.")));

        assertThat(contact.text())
                .containsSubsequence("Bonjour", "Page 1.", "Bonjour", "Page 2.", "Suite", "Fin de la lettre.");
        Letter letter = (Letter) contact.channel();
        assertThat(letter.pages()).extracting(Letter.Page::number).containsExactly(1, 2, 3, 4);
        assertThat(letter.reading()).isEqualTo(Letter.Reading.WHOLE);
    }

    @Test
    void says_which_file_did_not_come_and_which_could_not_be_opened() throws IOException {
        Contact contact = normalise(
                ZipEntry.STORED,
                Map.of(
                        "0001.pdf", Scans.pdf(1, "Bonjour, une lettre."),
                        "0002.pdf", Scans.locked(),
                        "0004.pdf", Scans.pdf(1, "Fin de la lettre.")));

        Letter letter = (Letter) contact.channel();
        assertThat(letter.reading()).isEqualTo(Letter.Reading.IN_PART);
        assertThat(letter.pages()).hasSize(3);
        assertThat(letter.remarks())
                .anyMatch(remark -> remark.contains("numéro 3 de ce courrier n'est pas arrivé"))
                .anyMatch(remark -> remark.contains("mot de passe"));
    }

    /** A tray whose pages came file by file, a letter over several of them, sheets between the letters. */
    @Test
    void is_cut_at_separator_sheets_wherever_its_files_end() throws IOException {
        RawItem delivery = HostileScansTest.item(zip(
                ZipEntry.STORED,
                Map.of(
                        "0001.pdf", Scans.pdf(2, "Bonjour, une lettre."),
                        "0002.pdf", Scans.pdf(1, "Fin de la premiere lettre."),
                        "0003.pdf", Scans.pdf(1, "Feuille separatrice."),
                        "0004.pdf", Scans.pdf(2, "Une autre lettre."))));

        assertThat(pagesOf(delivery, 1)).containsExactly(1, 2, 3);
        assertThat(pagesOf(delivery, 2)).containsExactly(5, 6);
    }

    private List<Integer> pagesOf(RawItem delivery, int number) {
        Map<String, String> facts = new HashMap<>(delivery.facts());
        facts.put("letter", Integer.toString(number));
        Contact contact = normaliser.normalise(new RawItem(
                delivery.channel(),
                delivery.source(),
                number == 1 ? delivery.reference() : delivery.reference() + "#" + number,
                delivery.receivedAt(),
                "application/zip",
                facts,
                delivery.content()));
        return ((Letter) contact.channel())
                .pages().stream()
                        .filter(page -> page.kind() == Letter.PageKind.LETTER)
                        .map(Letter.Page::number)
                        .toList();
    }

    @Test
    void is_refused_when_it_is_no_such_thing() throws IOException {
        byte[] page = Scans.pdf(1, "Bonjour, une lettre.");
        byte[] whole = zip(ZipEntry.STORED, Map.of("0001.pdf", page));
        for (byte[] foreign : new byte[][] {
            zip(ZipEntry.STORED, Map.of("../../lettre.pdf", page)),
            zip(ZipEntry.DEFLATED, Map.of("0001.pdf", page)),
            zip(ZipEntry.STORED, Map.of()),
            Arrays.copyOf(whole, whole.length / 2)
        }) {
            assertThatThrownBy(() -> normaliser.normalise(HostileScansTest.item(foreign)))
                    .isInstanceOf(Refused.class)
                    .hasMessageMatching(".*(n'est pas un lot de pages|ni un PDF).*");
        }
    }

    private Contact normalise(int method, Map<String, byte[]> files) throws IOException {
        return normaliser.normalise(HostileScansTest.item(zip(method, files)));
    }

    private static byte[] zip(int method, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(method);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setCrc(sum.getValue());
                entry.setSize(file.getValue().length);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
