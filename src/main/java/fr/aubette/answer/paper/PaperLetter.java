package fr.aubette.answer.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter before it is a PDF.
 *
 * @param number of its ticket: also in the code, by which the letter finds its ticket when it comes back
 * @param service who writes: its name, address and telephone, a line each
 * @param addressee as {@link WindowAddress} gives it
 * @param writtenOn the day in its head
 * @param text paragraphs parted by empty lines
 * @param enclosures names of what goes into the envelope with it
 */
public record PaperLetter(
        String number,
        List<String> service,
        List<String> addressee,
        LocalDate writtenOn,
        String subject,
        String text,
        List<String> enclosures) {

    public PaperLetter {
        service = List.copyOf(service);
        addressee = List.copyOf(addressee);
        enclosures = List.copyOf(enclosures);
    }

    /** The text's paragraphs, each as its lines. */
    public List<List<String>> paragraphs() {
        return text.strip().lines().collect(Paragraphs.collector());
    }
}
