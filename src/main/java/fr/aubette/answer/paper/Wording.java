package fr.aubette.answer.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words of the layouts. */
public final class Wording {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    Wording() {}

    /** As in 22 novembre 2026; the first is «1er». */
    public String day(LocalDate day) {
        String worded = DAY.format(day);
        return day.getDayOfMonth() == 1 ? worded.replaceFirst("^1 ", "1er ") : worded;
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, PARIS));
    }

    /** As in 22/11/2026. */
    public String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** Without what no page can show. */
    public String text(String text) {
        return Printable.of(text);
    }
}
