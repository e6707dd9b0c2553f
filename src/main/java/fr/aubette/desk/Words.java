package fr.aubette.desk;

import fr.aubette.answer.Delegations;
import fr.aubette.answer.Stop;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Deadline;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import fr.aubette.model.Partner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes, dates and delays as people read them, in the reader's language. */
@Component("words")
public class Words {

    private static final Pattern FIRST_LETTER = Pattern.compile("\\b\\p{L}");

    private final Catalogue catalogue;
    private final Delegations delegations;
    private final MessageSource messages;
    private final DeskSettings settings;
    private final Clock clock;

    Words(Catalogue catalogue, Delegations delegations, MessageSource messages, DeskSettings settings, Clock clock) {
        this.delegations = delegations;
        this.catalogue = catalogue;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    public String directorate(String code) {
        Directorate found = catalogue.directorates().get(code);
        return found == null ? code : found.label();
    }

    public String motive(String code) {
        Motive found = catalogue.motives().get(code);
        return found == null ? code : found.label();
    }

    /** How long ago, in one unit: {@code 12 min}, {@code 3 h}, {@code 4 j}. */
    public String age(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        if (since.toMinutes() < 1) {
            return say("age.now");
        }
        if (since.toHours() < 1) {
            return say("age.minutes", since.toMinutes());
        }
        return since.toDays() < 1 ? say("age.hours", since.toHours()) : say("age.days", since.toDays());
    }

    /** For example {@code lundi 2 novembre 2026 à 09:41}. */
    public String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(settings.zone())
                .format(at);
    }

    /** For example {@code 2 nov., 09:41}; with the year when it is another one. */
    public String brief(Instant at) {
        boolean thisYear = LocalDate.ofInstant(at, settings.zone()).getYear() == today().getYear();
        return DateTimeFormatter.ofPattern(thisYear ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm", locale())
                .withZone(settings.zone())
                .format(at);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(day.getYear() == today().getYear() ? "d MMM" : "d MMM yyyy", locale())
                .format(day);
    }

    public String longDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale())
                .format(day);
    }

    /** How far a day is: {@code dans 4 j}, {@code aujourd'hui}, {@code en retard de 2 j}. */
    public String distance(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return say("due.today");
        }
        return days > 0 ? say("due.in", days) : say("due.late", -days);
    }

    /** A partner as agents read it. */
    public String partner(String code) {
        Partner found = catalogue.partners().get(code);
        return found == null ? code : found.label();
    }

    /** Whether it does not run today. */
    public boolean rests(Deadline deadline) {
        return deadline.restsOn(today());
    }

    /** {@code late}, {@code soon} (within three days) or {@code far}. */
    public String urgency(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        return days < 0 ? "late" : days <= 3 ? "soon" : "far";
    }

    /** Minutes and seconds, for example {@code 1 min 05 s}. */
    public String lasting(Duration length) {
        return length.toMinutes() == 0
                ? length.toSeconds() + " s"
                : length.toMinutes() + " min " + "%02d".formatted(length.toSecondsPart()) + " s";
    }

    /** The time of day with its seconds, for what leaves in some. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale())
                .withZone(settings.zone())
                .format(at);
    }

    /** Why an answer may not leave. */
    public String stop(Stop stop) {
        return say("stop." + stop.why().name(), stop.with());
    }

    /** A post of the decree, by its title. */
    public String post(String code) {
        Delegations.Post post = delegations.posts().get(code);
        return post == null ? code : post.title();
    }

    /** A reason in French whose colons and question marks never begin a line. */
    public String told(String reason) {
        return reason.replaceAll(" (?=[:;?!»])", "\u00a0").replace("« ", "«\u00a0");
    }

    /** What was done to the picture of a page, for example {@code straightened=1.4}. */
    public String step(String step) {
        String[] parts = step.split("=", 2);
        return say("mail.step." + parts[0], parts.length > 1 ? parts[1].replace('.', ',') : "");
    }

    /** A size in bytes as people read it. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return say("size.bytes", bytes);
        }
        return bytes < 1_000_000
                ? say("size.kilo", (bytes + 500) / 1_000)
                : say("size.mega", (bytes + 500_000) / 1_000_000);
    }

    /** A French number in pairs, for example {@code 06 39 98 01 41}; any other as it is. */
    static String phone(String number) {
        String national = number.replaceFirst("^\\+33", "0");
        return national.matches("0\\d{9}") ? national.replaceAll("(\\d{2})(?=\\d)", "$1\u00a0") : number;
    }

    /** A number in E.164 form as people read it. */
    public String number(String e164) {
        return phone(e164);
    }

    /** Something known of a citizen, from its form for comparison. */
    public String fact(String kind, String value) {
        return switch (kind) {
            case "surname" -> value.toUpperCase(Locale.ROOT);
            case "first-name" -> capitals(value);
            case "birth-date" -> birth(LocalDate.parse(value));
            case "phone" -> phone(value);
            case "address" -> capitals(value.replace('|', ' ').strip());
            default -> value;
        };
    }

    /** For example {@code 12/03/1950}. */
    public String birth(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy", locale()).format(day);
    }

    private static String capitals(String folded) {
        return FIRST_LETTER.matcher(folded).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    /** The text of a code that has one, else the code. */
    public String code(String family, String code) {
        return messages.getMessage(family + "." + code, null, code, locale());
    }

    /** Why a decision was taken, in words; those that config/routing.yaml names are told by what they are about. */
    public String rule(String code) {
        if (code.startsWith("words-")) {
            return say("rule.words", motive(code.substring("words-".length())));
        }
        if (code.startsWith("lane-")) {
            return say("rule.lane", code.substring("lane-".length()).replace("-", " + "));
        }
        return code("rule", code);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** A share in percent with one decimal; a dash of nothing. */
    public String share(long part, long of) {
        return of == 0 ? "—" : String.format(LocaleContextHolder.getLocale(), "%.1f %%", 100.0 * part / of);
    }
}
