package fr.aubette.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A scanned letter.
 *
 * @param site the mail room that scanned it
 * @param arrivedOn the day the fold came into the institution; the clocks run from it, never from the scan (CRPA
 *     L112-1)
 * @param pages what was read on each page, in order
 * @param reading how far it could be read
 * @param writtenOn the date that the letter itself bears
 * @param remarks what a person must know of the reading, in French, for example which page could not be read and why;
 *     empty when all went well
 */
public record Letter(
        String site,
        LocalDate arrivedOn,
        List<Page> pages,
        Reading reading,
        Optional<LocalDate> writtenOn,
        List<String> remarks)
        implements Channel {

    /**
     * One side of a sheet.
     *
     * @param number from 1, in the order of the file
     * @param text what was read; empty when nothing could be
     * @param confidence mean confidence of its words, 0 to 100
     */
    public record Page(int number, String text, int confidence) {}

    /** How far a letter could be read. */
    public enum Reading {
        /** Every page was read. */
        WHOLE,
        /** Some pages could not be read, or the file was damaged: said aloud, a person must look. */
        IN_PART,
        /** Not read at all (no reader on this machine, no text found): it goes to triage. */
        NOT_READ
    }

    public Letter {
        pages = List.copyOf(pages);
        remarks = List.copyOf(remarks);
    }

    /** A letter whose reading calls for no remark. */
    public Letter(String site, LocalDate arrivedOn, List<Page> pages, Reading reading, Optional<LocalDate> writtenOn) {
        this(site, arrivedOn, pages, reading, writtenOn, List.of());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.LETTER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.letter(this);
    }
}
