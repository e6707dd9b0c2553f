package fr.aubette.answer;

import java.time.LocalDate;
import java.util.List;

/**
 * A request as it is passed on to another institution: what was said and its pieces as received, with their dates, and
 * nothing else that is known (CRPA L114-2).
 *
 * @param reference number of our ticket
 * @param files raw mails and letters that speak of this matter alone
 */
public record Parcel(String reference, List<Part> parts, List<Answer.File> files) {

    public Parcel {
        parts = List.copyOf(parts);
        files = List.copyOf(files);
    }

    /** What one contact said of the matter. */
    public record Part(LocalDate receivedOn, String channel, String text) {}
}
