package fr.aubette.mailroom;

import fr.aubette.answer.paper.LetterPrinter;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Registers folds that nobody may open: medical secrecy, personal, a tender bid. The entry becomes the sheet that a
 * mail room would lay before a scanned fold, with the same code: it goes the same way, and not a word of it is read.
 */
@Component
public class ClosedFolds {

    /** Under this source they are found among the letters. */
    public static final String SOURCE = "plis-non-ouverts";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST = 80;

    private final Intake intake;
    private final LetterPrinter printer;
    private final Clock clock;

    ClosedFolds(Intake intake, LetterPrinter printer, Clock clock) {
        this.intake = intake;
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * A fold as it lies before the mail room.
     *
     * @param why it stays closed
     * @param place where it lies
     * @param registered number of the registered item; blank for none
     * @param motive a code of the catalogue; blank for none
     */
    public record ClosedFold(
            String why, String place, LocalDate arrivedOn, String registered, String motive, String site) {

        /** Refuses what says too little to find the fold again. */
        public ClosedFold {
            if (why.isBlank() || place.isBlank()) {
                throw new IllegalArgumentException("a closed fold needs a reason and a place");
            }
        }

        /** What the code of its sheet says. */
        String code() {
            StringBuilder code =
                    new StringBuilder("SEP;pli=" + plain(why) + ";lieu=" + plain(place) + ";arrive=" + arrivedOn);
            if (!registered.isBlank()) {
                code.append(";recommande=").append(plain(registered));
            }
            if (!motive.isBlank()) {
                code.append(";motif=").append(plain(motive));
            }
            return code.toString();
        }

        private static String plain(String text) {
            String one = text.replaceAll("[;|=\\p{Cntrl}]+", " ")
                    .replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "'")
                    .strip();
            return one.length() <= LONGEST ? one : one.substring(0, LONGEST);
        }
    }

    /**
     * Registers it; the same entry sent again is one.
     *
     * @param entry the page's own identity of the entry
     * @throws IllegalArgumentException if it is said to arrive on a day to come
     */
    public Taken register(UUID entry, ClosedFold fold) {
        if (fold.arrivedOn().isAfter(LocalDate.ofInstant(clock.instant(), PARIS))) {
            throw new IllegalArgumentException("arrived on a day to come");
        }
        return intake.take(new RawItem(
                ChannelKind.LETTER,
                SOURCE,
                entry.toString(),
                clock.instant(),
                "application/pdf",
                Map.of(
                        "fileName",
                        "pli-non-ouvert.pdf",
                        "site",
                        fold.site(),
                        "arrivedOn",
                        fold.arrivedOn().toString()),
                Content.of(sheet(fold))));
    }

    /** The sheet, also to be printed and laid with the fold. */
    public byte[] sheet(ClosedFold fold) {
        return printer.sheet("fold", Map.of("fold", fold, "code", LetterPrinter.code(fold.code())));
    }
}
