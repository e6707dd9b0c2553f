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
 * @param fold which letter of its file it is, from 1, in the order of the pages
 * @param folds letters of that file that are known; more may follow while it is still being read
 * @param slip what the separator sheet before it says
 * @param findings what was read of it and where a person need not look when it is sure
 */
public record Letter(
        String site,
        LocalDate arrivedOn,
        List<Page> pages,
        Reading reading,
        Optional<LocalDate> writtenOn,
        List<String> remarks,
        int fold,
        int folds,
        Optional<Slip> slip,
        LetterFields findings)
        implements Channel {

    /**
     * One side of a sheet.
     *
     * @param number from 1, in the order of the file
     * @param text what was read; empty when nothing could be
     * @param confidence mean confidence of its words, 0 to 100
     * @param kind what the sheet is for
     * @param rotation degrees by which it had to be turned clockwise to be upright: 0, 90, 180 or 270
     * @param words confidence of each word of the text in order, 0 to 100; empty where it was not read from a picture
     */
    public record Page(int number, String text, int confidence, PageKind kind, int rotation, List<Integer> words) {

        public Page {
            words = List.copyOf(words);
        }

        /** An upright side of a letter. */
        public Page(int number, String text, int confidence) {
            this(number, text, confidence, PageKind.LETTER, 0, List.of());
        }
    }

    /** What a sheet is for: each page of a file is exactly one of these. */
    public enum PageKind {
        /** A side of the letter. */
        LETTER,
        /** A side that bears nothing. */
        BLANK,
        /** A sheet that the mail room laid before the letter. */
        SEPARATOR
    }

    /**
     * What the mail room noted on the separator sheet.
     *
     * @param service that the letter is for
     * @param motive a code of the catalogue
     * @param registered number of the registered item
     * @param unopened why the fold must be neither opened nor read, for example medical secrecy
     * @param place where the fold lies
     */
    public record Slip(
            Optional<String> service,
            Optional<String> motive,
            Optional<String> registered,
            Optional<String> unopened,
            Optional<String> place) {}

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
        this(site, arrivedOn, pages, reading, writtenOn, List.of(), 1, 1, Optional.empty(), LetterFields.NONE);
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
