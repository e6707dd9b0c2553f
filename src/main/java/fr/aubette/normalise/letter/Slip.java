package fr.aubette.normalise.letter;

import fr.aubette.model.Letter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the code of a separator sheet says of the letter behind it: {@code SEP;service=APA;motif=apa_demande;
 * recommande=1A20012345678;pli=secret médical;lieu=coffre MDPH;arrive=2026-10-30;cachet=2026-10-28;rendre=chèque}, in
 * any order, all of it optional.
 */
final class Slip {

    private static final String PART = "[;|]";

    private final Map<String, String> said;

    private Slip(Map<String, String> said) {
        this.said = said;
    }

    /** Of the codes of a sheet. */
    static Slip of(List<String> codes) {
        Map<String, String> said = new TreeMap<>();
        for (String code : codes) {
            for (String part : code.substring(code.indexOf('=') + 1).split(PART)) {
                int equals = part.indexOf('=');
                if (equals > 0 && equals < part.length() - 1) {
                    said.putIfAbsent(
                            part.substring(0, equals).strip().toLowerCase(Locale.FRENCH),
                            part.substring(equals + 1).strip());
                }
            }
        }
        return new Slip(said);
    }

    /** Whether the fold stays closed: it is registered, and not a word of it is read. */
    boolean isSealed() {
        return said.containsKey("pli");
    }

    /** The day on which the fold arrived, when the sheet says so. */
    Optional<LocalDate> arrivedOn() {
        return day("arrive");
    }

    /** The day of its postmark, when the sheet says so. */
    Optional<LocalDate> postmarkedOn() {
        return day("cachet");
    }

    /** What lies with the letter and must go back, when the sheet says so. */
    Optional<String> toReturn() {
        return text("rendre");
    }

    private Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As the model has it; empty when the sheet says nothing. */
    Optional<Letter.Slip> toModel() {
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Letter.Slip(text("service"), text("motif"), text("recommande"), text("pli"), text("lieu")));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(said.get(name));
    }
}
