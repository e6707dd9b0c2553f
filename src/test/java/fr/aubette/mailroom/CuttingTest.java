package fr.aubette.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.mailroom.CutBook.Held;
import fr.aubette.mailroom.CutBook.Sheet;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.Part;
import fr.aubette.normalise.letter.TakenScans;
import fr.aubette.quarantine.QuarantineBook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CuttingTest {

    private static final UUID BATCH = new UUID(1, 2);
    private static final UUID ENTRY = new UUID(3, 4);

    private final Memory memory = new Memory();
    private final Cutting cutting = new Cutting(memory, memory, memory, Clock.systemUTC());

    @Test
    void makesOneLetterFromEachPageChosenToTheNext() {
        memory.waits("letter", "blank", "letter", "letter");

        assertThat(cutting.cut(BATCH, 1, List.of(3, 4), List.of(), "odile")).isEqualTo(3);

        assertThat(memory.handed).containsExactly("announce 1 [1, 2]", "enter 8 [3]", "enter 9 [4]");
        assertThat(memory.byHand).containsEntry(1, 1).containsEntry(8, 3).containsEntry(9, 4);
    }

    @Test
    void entersTheFirstPartOfAFurtherLetterToo() {
        memory.waits("separator", "letter", "letter");

        cutting.cut(BATCH, 5, List.of(3), List.of(), "odile");

        assertThat(memory.handed).containsExactly("enter 5 [1, 2]", "enter 8 [3]");
    }

    @Test
    void neverMakesALetterOfBlankAndSeparatorSheetsAlone() {
        memory.waits("blank", "letter", "separator", "blank");

        assertThat(cutting.cut(BATCH, 1, List.of(2, 3, 4), List.of(), "odile")).isEqualTo(1);

        assertThat(memory.handed).containsExactly("announce 1 [1, 2, 3, 4]");
    }

    @Test
    void doesNothingToWhatWasCutBefore() {
        assertThat(cutting.cut(BATCH, 1, List.of(2), List.of(), "odile")).isZero();

        assertThat(memory.handed).isEmpty();
        assertThat(memory.freed).isZero();
    }

    @Test
    void triesAFileAgainOfWhichAPersonSaysThatASideIsNotBlank() {
        memory.waits("blank", "blank");
        memory.quarantined = Optional.of(ENTRY);

        assertThatThrownBy(() -> cutting.cut(BATCH, 1, List.of(2), List.of(), "odile"))
                .isInstanceOf(Cutting.NoLetterLeft.class);
        assertThat(memory.freed).isZero();

        assertThat(cutting.cut(BATCH, 1, List.of(), List.of(2), "odile")).isEqualTo(1);
        assertThat(memory.handed).containsExactly("retry", "announce 1 [1, 2]");
        assertThat(memory.notBlank).containsExactly(2);
    }

    private static final class Memory implements CutBook, TakenScans, QuarantineBook {

        private final List<String> handed = new ArrayList<>();
        private final TreeMap<Integer, Integer> byHand = new TreeMap<>();
        private final List<Integer> notBlank = new ArrayList<>();
        private Optional<Held> held = Optional.empty();
        private Optional<UUID> quarantined = Optional.empty();
        private int freed;

        void waits(String... kinds) {
            List<Sheet> sheets = new ArrayList<>();
            for (String kind : kinds) {
                sheets.add(new Sheet(sheets.size() + 1, kind, "texte"));
            }
            held = Optional.of(new Held(sheets, Optional.empty()));
        }

        @Override
        public Optional<Held> lock(UUID batch, int letter) {
            return held.map(each -> new Held(each.sheets(), quarantined));
        }

        @Override
        public int next(UUID batch) {
            return 8;
        }

        @Override
        public void notBlank(UUID batch, Collection<Integer> pages) {
            notBlank.addAll(pages);
        }

        @Override
        public void free(UUID batch, int letter) {
            freed++;
        }

        @Override
        public void byHand(UUID batch, int letter, int firstPage, String who, Instant at) {
            byHand.put(letter, firstPage);
        }

        @Override
        public Optional<RawItem> find(IntakeId id) {
            return Optional.empty();
        }

        @Override
        public void announce(IntakeId id, Part part) {
            handed.add("announce " + part.number() + " " + part.sheets());
        }

        @Override
        public void enter(IntakeId scan, Part part) {
            handed.add("enter " + part.number() + " " + part.sheets());
        }

        @Override
        public void hold(IntakeId scan, Part part, List<Integer> proposed, String why) {
            handed.add("hold");
        }

        @Override
        public boolean alarming(String text) {
            return false;
        }

        @Override
        public void keep(IntakeId intake, String stage, Kind kind, String reason, Instant at) {
            handed.add("keep");
        }

        @Override
        public List<Entry> open(int limit) {
            return List.of();
        }

        @Override
        public Optional<Entry> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public boolean retry(UUID id, String who, Instant at) {
            handed.add("retry");
            return true;
        }

        @Override
        public boolean discard(UUID id, String who, String remark, Instant at) {
            return false;
        }
    }
}
