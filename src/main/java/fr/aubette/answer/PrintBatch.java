package fr.aubette.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters that are printed together, with their slip.
 *
 * @param number as people say it
 * @param restricted whether some letter of it is not the mail room's to read
 * @param postedOn the day on which it was handed to the post
 * @param letters in the order in which they are printed
 */
public record PrintBatch(
        UUID id,
        long number,
        Instant madeAt,
        String madeBy,
        boolean restricted,
        Optional<Instant> printedAt,
        Optional<LocalDate> postedOn,
        List<Letter> letters) {

    /**
     * One of its letters.
     *
     * @param place from 1
     * @param number of its ticket
     * @param town last line of its address, by which a person knows it on the slip
     * @param sha256 of its PDF
     * @param size of its PDF in bytes
     * @param files what goes into its envelope beside it
     * @param takenOut why it is not posted with this batch
     */
    public record Letter(
            int place,
            AnswerId answer,
            String number,
            String town,
            int pages,
            String sha256,
            long size,
            List<String> files,
            Optional<String> takenOut) {

        public Letter {
            files = List.copyOf(files);
        }
    }

    public PrintBatch {
        letters = List.copyOf(letters);
    }

    /** Those that are printed and posted. */
    public List<Letter> going() {
        return letters.stream().filter(each -> each.takenOut().isEmpty()).toList();
    }

    /** Sides to be printed, the slip not counted. */
    public int pages() {
        return going().stream().mapToInt(Letter::pages).sum();
    }

    /** Sheets, when both sides are printed. */
    public int sheets() {
        return going().stream().mapToInt(each -> (each.pages() + 1) / 2).sum();
    }
}
