package fr.aubette.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A bordereau d'élimination: letters whose paper is proposed to go.
 *
 * @param number as people say it
 * @param arrivedUntil letters that arrived later are not on it
 * @param visa of the Archives; nothing is destroyed before
 * @param destroyedOn the day on which people destroyed the paper
 */
public record Elimination(
        UUID id,
        long number,
        Instant drawnAt,
        String drawnBy,
        LocalDate arrivedUntil,
        Optional<Visa> visa,
        Optional<Instant> withdrawnAt,
        Optional<LocalDate> destroyedOn,
        List<Paper> papers) {

    /** Sheets in a metre of a shelf: paper of 80 g is a tenth of a millimetre thick. */
    private static final double SHEETS_IN_A_METRE = 10_000;

    /**
     * What the Archives decided.
     *
     * @param by who gave it
     * @param reference under which they keep it
     */
    public record Visa(String by, LocalDate on, String reference) {}

    /**
     * One letter's paper.
     *
     * @param intake the letter as it was taken in
     * @param number of its ticket
     * @param sides scanned, blank ones included
     * @param sha256 of the file that was made of it
     * @param keptBack why it stays after all
     */
    public record Paper(
            UUID intake,
            String number,
            String motive,
            String site,
            LocalDate arrivedOn,
            int sides,
            String sha256,
            Optional<String> keptBack) {

        /** Sheets, both sides written on. */
        public int sheets() {
            return (sides + 1) / 2;
        }
    }

    public Elimination {
        papers = List.copyOf(papers);
    }

    /** The paper that goes. */
    public List<Paper> going() {
        return papers.stream().filter(each -> each.keptBack().isEmpty()).toList();
    }

    public int sheets() {
        return going().stream().mapToInt(Paper::sheets).sum();
    }

    /** Length on a shelf, in metres. */
    public double metres() {
        return sheets() / SHEETS_IN_A_METRE;
    }
}
