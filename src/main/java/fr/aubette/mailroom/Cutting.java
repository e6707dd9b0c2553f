package fr.aubette.mailroom;

import fr.aubette.mailroom.CutBook.Held;
import fr.aubette.mailroom.CutBook.Sheet;
import fr.aubette.model.IntakeId;
import fr.aubette.normalise.letter.Part;
import fr.aubette.normalise.letter.TakenScans;
import fr.aubette.quarantine.QuarantineBook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the letters of which a person has said where they end, in one transaction, by the statements with which reading
 * itself makes them: after a kill there are all or none, and asked a second time it does nothing.
 */
@Component
public class Cutting {

    private final CutBook book;
    private final TakenScans scans;
    private final QuarantineBook quarantine;
    private final Clock clock;

    Cutting(CutBook book, TakenScans scans, QuarantineBook quarantine, Clock clock) {
        this.book = book;
        this.scans = scans;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * Cuts a letter that waits.
     *
     * @param begins pages on which a letter begins; the first page of all does so anyway
     * @param notBlank sides taken for blank that bear something
     * @param who sign-in name
     * @return how many letters were made; 0 when it was cut before
     * @throws NoLetterLeft if not one page of it would be a letter
     */
    @Transactional
    public int cut(UUID batch, int letter, Collection<Integer> begins, Collection<Integer> notBlank, String who) {
        return book.lock(batch, letter)
                .map(held -> cut(batch, letter, held, Set.copyOf(begins), Set.copyOf(notBlank), who))
                .orElse(0);
    }

    private int cut(UUID batch, int letter, Held held, Set<Integer> begins, Set<Integer> notBlank, String who) {
        List<Sheet> sheets = held.sheets().stream()
                .map(sheet -> sheet.kind().equals("blank") && notBlank.contains(sheet.number())
                        ? new Sheet(sheet.number(), "letter", sheet.text())
                        : sheet)
                .toList();
        List<List<Sheet>> letters = letters(sheets, begins);
        Instant now = clock.instant();
        int next = book.next(batch);
        book.notBlank(batch, notBlank);
        book.free(batch, letter);
        held.quarantined().ifPresent(entry -> quarantine.retry(entry, who, now));
        for (int i = 0; i < letters.size(); i++) {
            int number = i == 0 ? letter : next++;
            hand(new IntakeId(batch), part(number, letters.get(i)));
            book.byHand(batch, number, letters.get(i).get(0).number(), who, now);
        }
        return letters.size();
    }

    /** Each has a page of a letter: what comes before the first or after the last goes with its neighbour. */
    private static List<List<Sheet>> letters(List<Sheet> sheets, Set<Integer> begins) {
        List<List<Sheet>> letters = new ArrayList<>();
        List<Sheet> current = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (begins.contains(sheet.number()) && current.stream().anyMatch(Sheet::isLetter)) {
                letters.add(current);
                current = new ArrayList<>();
            }
            current.add(sheet);
        }
        if (current.stream().anyMatch(Sheet::isLetter)) {
            letters.add(current);
        } else if (letters.isEmpty()) {
            throw new NoLetterLeft();
        } else {
            letters.get(letters.size() - 1).addAll(current);
        }
        return letters;
    }

    private void hand(IntakeId scan, Part part) {
        if (part.number() == 1) {
            scans.announce(scan, part);
        } else {
            scans.enter(scan, part);
        }
    }

    private static Part part(int number, List<Sheet> sheets) {
        return new Part(
                number,
                sheets.stream().map(Sheet::number).toList(),
                sheets.stream().filter(Sheet::isLetter).map(Sheet::text).collect(Collectors.joining("\n\n")));
    }

    /** Not one page would be a letter: a file of blank sheets is given up in the quarantine, with a remark. */
    public static final class NoLetterLeft extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
