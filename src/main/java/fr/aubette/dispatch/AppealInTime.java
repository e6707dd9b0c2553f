package fr.aubette.dispatch;

import fr.aubette.model.Evidence;
import fr.aubette.model.FrenchMonths;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a letter against a decision came in time: two months from its notification, and what counts is the day of the
 * postmark, not that of the arrival (CRPA L112-1). It is told to who answers; nothing is decided by it.
 */
final class AppealInTime {

    private static final int MONTHS = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** The day of a notification: «notifié le 26 août 2026», «notifiée en date du 26/08/2026». */
    private static final Pattern NOTIFIED = Pattern.compile(
            "\\bnotifi\\w*\\s(?:par courrier\\s)?(?:le|en date du)\\s(\\d{1,2})(?:er)?[\\s/.-]([a-z]+|\\d{1,2})[\\s/.-](\\d{4})\\b");

    private AppealInTime() {}

    /** Empty when no notification is told of, or it came after the letter. */
    static Optional<Evidence> of(Letter letter, String words) {
        LocalDate sent = letter.findings()
                .postmark()
                .map(Found::value)
                .map(LocalDate::parse)
                .orElse(letter.arrivedOn());
        return notified(words)
                .filter(day -> !day.isAfter(sent))
                .map(day -> told(day, sent, letter.findings().postmark().isPresent()));
    }

    private static Evidence told(LocalDate notified, LocalDate sent, boolean postmarked) {
        LocalDate last = notified.plusMonths(MONTHS);
        boolean inTime = !sent.isAfter(last);
        String how = postmarked ? "cachet du " : "sans cachet lisible, arrivée le ";
        return new Evidence(
                inTime ? "appeal-in-time" : "appeal-late",
                "décision notifiée le %s, %s%s, dernier jour le %s (CRPA L112-1)"
                        .formatted(DAY.format(notified), how, DAY.format(sent), DAY.format(last)));
    }

    private static Optional<LocalDate> notified(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        Matcher found = NOTIFIED.matcher(plain);
        return found.find() ? day(found.group(1), found.group(2), found.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String day, String month, String year) {
        int number = FrenchMonths.NAMES.indexOf(month) + 1;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year), number > 0 ? number : Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
