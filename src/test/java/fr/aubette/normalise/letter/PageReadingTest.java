package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReadingTest {

    private static final IntakeId ID = new IntakeId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

    @TempDir
    Path scratch = Path.of("");

    private final Memory memory = new Memory();
    private RawItem item = HostileScansTest.item(Scans.pdf(5, "Bonjour, une lettre."));

    private PageReading reading() {
        return new PageReading(memory, pages());
    }

    private StoredPages pages() {
        return new StoredPages(memory, new PageReader(ReadingSettings.defaults(), scratch));
    }

    @Test
    void keeps_each_page_then_hands_the_scan_to_the_stream() {
        reading().read(ID.toString());

        assertThat(memory.saved).containsExactly(1, 2, 3, 4, 5);
        assertThat(memory.announced)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Page 1.", "Page 5."));
        Contact contact = new LetterNormaliser(pages()).normalise(item);
        assertThat(((Letter) contact.channel()).reading()).isEqualTo(Letter.Reading.WHOLE);
        assertThat(memory.saved).hasSize(5);
    }

    @Test
    void goes_on_at_the_first_unread_page_after_a_kill() {
        memory.dieAfter = 3;
        assertThatThrownBy(() -> reading().read(ID.toString())).isInstanceOf(Killed.class);
        assertThat(memory.announced).isEmpty();

        memory.dieAfter = Integer.MAX_VALUE;
        reading().read(ID.toString());

        assertThat(memory.saved).containsExactly(1, 2, 3, 4, 5);
        assertThat(memory.announced).hasSize(1);
    }

    @Test
    void reads_no_page_again_when_only_the_announcement_was_lost() {
        reading().read(ID.toString());
        reading().read(ID.toString());

        assertThat(memory.saved).hasSize(5);
        assertThat(memory.announced).hasSize(2);
    }

    @Test
    void hands_over_what_cannot_be_opened_with_its_reason() {
        item = HostileScansTest.item(Scans.locked());

        reading().read(ID.toString());

        assertThat(memory.announced).containsExactly("");
        LetterNormaliser normaliser = new LetterNormaliser(pages());
        assertThatThrownBy(() -> normaliser.normalise(item))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mot de passe");
    }

    @Test
    void reads_a_multipage_fax_and_leaves_blank_backs_empty() throws IOException {
        item = HostileScansTest.item(Files.readAllBytes(Path.of("src/test/resources/letters/two-letters.tif")));

        reading().read(ID.toString());

        assertThat(memory.saved).containsExactly(1, 2, 3, 4, 5);
        assertThat(memory.pages.get(5).text()).isEmpty();
        assertThat(memory.pages.get(4).text()).contains("Bourse départementale");
    }

    /** What a killed process leaves: nothing after the last page saved. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Memory implements PageStore, TakenScans {

        private final List<Integer> saved = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private final Map<String, Scan> scans = new LinkedHashMap<>();
        private final Map<Integer, PageResult> pages = new TreeMap<>();
        private int dieAfter = Integer.MAX_VALUE;

        @Override
        public Optional<Scan> find(String source, String reference) {
            return Optional.ofNullable(scans.get(source + reference))
                    .map(scan -> new Scan(scan.pages(), scan.damage(), scan.refused(), List.copyOf(pages.values())));
        }

        @Override
        public void open(String source, String reference, Scan scan) {
            scans.putIfAbsent(source + reference, scan);
        }

        @Override
        public void save(String source, String reference, PageResult page) {
            if (saved.size() == dieAfter) {
                throw new Killed();
            }
            saved.add(page.number());
            pages.put(page.number(), page);
        }

        @Override
        public Optional<RawItem> find(IntakeId id) {
            return id.equals(ID) ? Optional.of(item) : Optional.empty();
        }

        @Override
        public void announce(IntakeId id, String text) {
            announced.add(text);
        }
    }
}
