package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.desk.LettersPdf;
import fr.aubette.model.Contact;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReadingTest {

    private static final IntakeId ID = new IntakeId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

    @TempDir
    Path scratch = Path.of("");

    private final Memory memory = new Memory();
    private RawItem item = HostileScansTest.item(Scans.pdf(5, "Bonjour, une lettre."));

    private PageReading reading() {
        return new PageReading(memory, pages(), CutSettings.defaults());
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
    void cuts_a_fax_at_its_separator_and_leaves_blank_backs_out() throws IOException {
        item = fax();

        reading().read(ID.toString());

        assertThat(memory.saved).containsExactly(1, 2, 3, 4, 5);
        assertThat(memory.pages.values())
                .extracting(PageResult::kind)
                .containsExactly(
                        PageResult.Kind.LETTER,
                        PageResult.Kind.BLANK,
                        PageResult.Kind.SEPARATOR,
                        PageResult.Kind.LETTER,
                        PageResult.Kind.BLANK);
        assertThat(memory.pages.get(3).codes()).containsExactly("qr_code=SEP-DEV-09");
        assertThat(memory.announced).singleElement().asString().contains("Prestation de compensation");
        assertThat(memory.entered).containsOnlyKeys(2);
        assertThat(memory.entered.get(2)).contains("Bourse départementale");
        assertThat(letter(1).pages()).extracting(Letter.Page::number).containsExactly(1, 2);
        assertThat(letter(2).pages()).extracting(Letter.Page::number).containsExactly(3, 4, 5);
        assertThat(letter(2).findings().senderName())
                .get()
                .extracting(LetterFields.Found::value)
                .isEqualTo("Mlle Chloé Tournebise");
    }

    @Test
    void hands_letters_over_as_soon_as_the_next_one_surely_begins() {
        item = HostileScansTest.item(LettersPdf.of(
                letterOf("Lucie Lemaire", "3 rue des Lilas", "96100 Brennac"),
                letterOf("Paule Essai", "12 place Haute", "96200 Ardelle"),
                letterOf("Zoé Exemple", "1 quai Neuf", "96300 Corval"),
                letterOf("Marc Dumont", "5 allée Verte", "96400 Fontaine"),
                letterOf("Jean Berthier", "8 chemin Creux", "96500 Lagarde")));
        memory.dieAfter = 4;
        assertThatThrownBy(() -> reading().read(ID.toString())).isInstanceOf(Killed.class);
        assertThat(memory.entered).containsOnlyKeys(2, 3);

        memory.dieAfter = Integer.MAX_VALUE;
        reading().read(ID.toString());

        assertThat(memory.entered).containsOnlyKeys(2, 3, 4, 5);
        assertThat(memory.announced).hasSize(1);
        assertThat(memory.held).isEmpty();
        assertThat(memory.letters).isEqualTo(Map.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5));
    }

    private static String letterOf(String sender, String street, String town) {
        return LettersPdf.letter(sender, "nid de poule", "Je joins à ce courrier une photographie.")
                        .replace("3 rue des Lilas\n96100 Brennac", street + "\n" + town)
                + "\n\nVeuillez agréer mes salutations distinguées.";
    }

    @Test
    void never_cuts_the_files_of_one_letter_by_what_they_say() {
        RawItem scan = HostileScansTest.item(LettersPdf.of(
                letterOf("Lucie Lemaire", "3 rue des Lilas", "96100 Brennac"),
                letterOf("Paule Essai", "12 place Haute", "96200 Ardelle")));
        item = new RawItem(
                scan.channel(),
                scan.source(),
                scan.reference(),
                scan.receivedAt(),
                "application/zip",
                scan.facts(),
                scan.content());

        reading().read(ID.toString());

        assertThat(memory.entered).isEmpty();
        assertThat(memory.held).containsOnlyKeys(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void loses_no_page_and_puts_none_in_two_letters_whenever_it_is_killed(int pages) throws IOException {
        item = fax();
        memory.dieAfter = pages;
        assertThatThrownBy(() -> reading().read(ID.toString())).isInstanceOf(Killed.class);
        assertThat(memory.announced).isEmpty();

        memory.dieAfter = Integer.MAX_VALUE;
        reading().read(ID.toString());

        assertThat(memory.saved).containsExactly(1, 2, 3, 4, 5);
        assertThat(memory.announced).hasSize(1);
        assertThat(memory.entered).containsOnlyKeys(2);
        List<Integer> all = new ArrayList<>();
        Stream.of(letter(1), letter(2)).forEach(each -> each.pages().forEach(page -> all.add(page.number())));
        assertThat(all).containsExactly(1, 2, 3, 4, 5);
    }

    private static RawItem fax() throws IOException {
        return HostileScansTest.item(Files.readAllBytes(Path.of("src/test/resources/letters/two-letters.tif")));
    }

    /** One letter of the file, as the stream normalises its intake. */
    private Letter letter(int number) {
        RawItem part = number == 1
                ? item
                : new RawItem(
                        item.channel(),
                        item.source(),
                        item.reference() + "#" + number,
                        item.receivedAt(),
                        item.mediaType(),
                        Map.of("letter", Integer.toString(number)),
                        item.content());
        return (Letter) new LetterNormaliser(pages()).normalise(part).channel();
    }

    /** What a killed process leaves: nothing after the last page saved. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Memory implements PageStore, TakenScans {

        private final List<Integer> saved = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private final Map<Integer, String> entered = new TreeMap<>();
        private final Map<String, Scan> scans = new LinkedHashMap<>();
        private final Map<Integer, PageResult> pages = new TreeMap<>();
        private final Map<Integer, List<Integer>> held = new TreeMap<>();
        private final Map<Integer, Integer> letters = new TreeMap<>();
        private int dieAfter = Integer.MAX_VALUE;

        @Override
        public Optional<Scan> find(String source, String reference) {
            return Optional.ofNullable(scans.get(source + reference))
                    .map(scan -> new Scan(
                            scan.pages(),
                            scan.damage(),
                            scan.refused(),
                            List.copyOf(pages.values()),
                            new Cuts(letters, Set.of())));
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
        public void announce(IntakeId id, Part part) {
            announced.add(part.text());
            part.sheets().forEach(page -> letters.putIfAbsent(page, part.number()));
        }

        @Override
        public void enter(IntakeId scan, Part part) {
            entered.put(part.number(), part.text());
            part.sheets().forEach(page -> letters.putIfAbsent(page, part.number()));
        }

        @Override
        public void hold(IntakeId scan, Part part, List<Integer> proposed, String why) {
            held.put(part.number(), proposed);
            part.sheets().forEach(page -> letters.putIfAbsent(page, part.number()));
        }

        @Override
        public boolean alarming(String text) {
            return text.contains("danger");
        }
    }
}
