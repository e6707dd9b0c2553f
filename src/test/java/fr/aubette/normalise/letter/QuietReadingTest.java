package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietReadingTest {

    @TempDir
    Path scratch = Path.of("");

    private final Pages store = new Pages();
    private final RawItem item = HostileScansTest.item(Scans.pdf(4, "Bonjour, un vieux papier."));

    private QuietReading reading() {
        return new QuietReading(store, ReadingSettings.defaults(), scratch);
    }

    @Test
    void asks_for_leave_before_each_page_and_cuts_nothing() {
        List<Integer> asked = new ArrayList<>();

        QuietReading.Document document = reading().read(item, () -> asked.add(store.saved.size()));

        assertThat(asked).startsWith(0, 1, 2, 3);
        assertThat(document.pages()).hasSize(4);
        assertThat(document.text()).contains("Page 1.", "Page 4.");
        assertThat(document.reading()).isEqualTo(Letter.Reading.WHOLE);
    }

    @Test
    void loses_no_page_and_reads_none_twice_wherever_it_is_stopped() {
        for (int stop = 1; stop < 4; stop++) {
            int at = stop;
            assertThatThrownBy(() -> reading().read(item, () -> {
                        if (store.saved.size() == at) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .hasMessage("killed");
        }

        assertThat(reading().read(item, () -> {}).pages()).hasSize(4);
        assertThat(store.saved).containsExactly(1, 2, 3, 4);
    }

    @Test
    void says_what_could_not_be_read() {
        QuietReading.Document document = reading().read(HostileScansTest.item(Scans.locked()), () -> {});

        assertThat(document.reading()).isEqualTo(Letter.Reading.NOT_READ);
        assertThat(document.trouble()).hasValueSatisfying(why -> assertThat(why).contains("mot de passe"));
    }

    /** What a killed process leaves. */
    private static final class Pages implements PageStore {

        private final List<Integer> saved = new ArrayList<>();
        private final Map<Integer, PageResult> pages = new TreeMap<>();
        private Optional<Scan> scan = Optional.empty();

        @Override
        public Optional<Scan> find(String source, String reference) {
            return scan.map(
                    known -> new Scan(known.pages(), known.damage(), known.refused(), List.copyOf(pages.values())));
        }

        @Override
        public void open(String source, String reference, Scan opened) {
            scan = scan.or(() -> Optional.of(opened));
        }

        @Override
        public void save(String source, String reference, PageResult page) {
            saved.add(page.number());
            pages.put(page.number(), page);
        }
    }
}
