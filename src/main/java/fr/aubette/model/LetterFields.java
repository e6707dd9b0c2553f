package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * What was read in a letter where its customs tell what it is, each with how sure that is.
 *
 * @param senderName as written, title included
 * @param senderAddress its lines, parted by line feeds
 * @param date that the letter bears, ISO 8601
 * @param object its object
 * @param reference that it quotes as ours, as written
 * @param phones in E.164 form
 * @param mails lower case
 * @param amounts in euros with two decimals, for example {@code 1284.60}
 * @param registered numbers of registered items
 * @param forms numbers of CERFA forms, for example {@code 14069*05}
 * @param returned numbers of our tickets in codes that we printed: the letter is the answer to one of ours
 * @param envelope number of the page that is its envelope; empty when none was scanned with it
 * @param postmark day of the envelope's postmark, ISO 8601: it counts for the citizen's own time limits (CRPA L112-1)
 * @param toReturn what lies with the letter and must go back to the citizen: {@code chèque}, {@code original}
 */
public record LetterFields(
        Optional<Found> senderName,
        Optional<Found> senderAddress,
        Optional<Found> date,
        Optional<Found> object,
        Optional<Found> reference,
        List<Found> phones,
        List<Found> mails,
        List<Found> amounts,
        List<Found> registered,
        List<Found> forms,
        List<Found> returned,
        Optional<Integer> envelope,
        Optional<Found> postmark,
        List<Found> toReturn) {

    /** Nothing was found. */
    public static final LetterFields NONE = new LetterFields(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    /**
     * Something found.
     *
     * @param value as the field says
     * @param confidence 0 to 100: how well its words were read, less when its place alone tells what it is
     */
    public record Found(String value, int confidence) {}

    public LetterFields {
        phones = List.copyOf(phones);
        mails = List.copyOf(mails);
        amounts = List.copyOf(amounts);
        registered = List.copyOf(registered);
        forms = List.copyOf(forms);
        returned = List.copyOf(returned);
        // an earlier version kept letters without it
        toReturn = toReturn == null ? List.of() : List.copyOf(toReturn);
    }
}
