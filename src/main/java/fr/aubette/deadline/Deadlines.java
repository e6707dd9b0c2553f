package fr.aubette.deadline;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Course;
import fr.aubette.model.Course.Arrival;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import fr.aubette.model.Motive.Clock;
import fr.aubette.model.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts the dates that a request owes, each from all that happened to it: no pause, transfer or change of motive can
 * lose one, since none is kept from the count before.
 */
@Component
public class Deadlines {

    /** Legal days are those of metropolitan France. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String COMMITMENT = "SERVICE_COMMITMENT";
    private static final String PARTNER_ANSWER = "PARTNER_ANSWER";
    private static final String TRANSFER = "TRANSFER";

    /** Days before a partner's silence on which it is near. */
    private static final int BEFORE_SILENCE = 5;

    private final WorkingDays workingDays;

    public Deadlines(DeadlineSettings settings) {
        this.workingDays = new WorkingDays(settings.alsaceMoselle());
    }

    /** The day of an instant, as the law counts it. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PARIS);
    }

    /** Whether it is a public holiday. */
    public boolean isHoliday(LocalDate day) {
        return workingDays.isHoliday(day);
    }

    /** The time limits of a motive that a request which has just come starts. */
    public List<Deadline> of(Motive motive, LocalDate arrival, ChannelKind channel) {
        return of(motive, Course.of(arrival, channel));
    }

    /** The dates that are owed after all that happened; of two of one kind, the first. */
    public List<Deadline> of(Motive motive, Course course) {
        if (course.settled()) {
            return List.of();
        }
        Map<String, Deadline> owed = new LinkedHashMap<>();
        Stream.concat(
                        motive.clocks().stream().flatMap(clock -> counted(clock, motive, course).stream()),
                        partnersAnswer(course).stream())
                .filter(deadline -> !isMet(deadline.kind(), course))
                .map(deadline -> held(deadline, course))
                .forEach(deadline -> owed.merge(deadline.kind(), deadline, Deadlines::sooner));
        return List.copyOf(owed.values());
    }

    /**
     * The last day of a delay.
     *
     * @param from the day of arrival, which does not count
     * @param amount how many units
     * @param unit months run from date to date and end on the month's last day when it is shorter
     */
    public LocalDate after(LocalDate from, int amount, Clock.Unit unit) {
        return switch (unit) {
            case DAYS -> from.plusDays(amount);
            case MONTHS -> from.plusMonths(amount);
            case WORKING_DAYS -> workingDays.after(from, amount);
        };
    }

    private Optional<Deadline> counted(Clock clock, Motive motive, Course course) {
        return started(clock.starts(), motive, course)
                .flatMap(arrival -> new Counting(clock, course, this::after).from(arrival.on()));
    }

    /** The first in writing starts all that writing starts: a letter that confirms a mail starts nothing more. */
    private static Optional<Arrival> started(Clock.Starts starts, Motive motive, Course course) {
        if (starts == Clock.Starts.ANY) {
            return course.arrivals().stream()
                    .filter(each -> each.channel() != ChannelKind.PHONE || spokenCounts(motive, course))
                    .findFirst();
        }
        return course.arrivals().stream()
                .filter(each -> isElectronic(each) || isPaper(each))
                .findFirst()
                .filter(each -> starts == Clock.Starts.WRITTEN
                        || (starts == Clock.Starts.PAPER ? isPaper(each) : isElectronic(each)));
    }

    private static boolean isElectronic(Arrival arrival) {
        return arrival.channel() == ChannelKind.MAIL || arrival.channel() == ChannelKind.FORM;
    }

    private static boolean isPaper(Arrival arrival) {
        return arrival.channel() == ChannelKind.LETTER;
    }

    /** A call starts a clock only of itself when somebody may be in danger, or once a person said what it is about. */
    private static boolean spokenCounts(Motive motive, Course course) {
        return motive.protectedLane() || course.has(Turn.Kind.QUALIFIED);
    }

    /** What was passed on in time stays so, even when it is given back. */
    private static boolean isMet(String kind, Course course) {
        return course.met().contains(kind) || kind.equals(TRANSFER) && course.has(Turn.Kind.TRANSFERRED);
    }

    private static Optional<Deadline> partnersAnswer(Course course) {
        boolean answered = course.sinceTransfer(Turn.Kind.PARTNER_ACCEPTED).isPresent();
        return course.transferred()
                .filter(sent -> !answered)
                .flatMap(sent -> sent.until()
                        .map(day -> new Deadline(
                                PARTNER_ANSWER,
                                day,
                                sent.article(),
                                "Transmise le " + Wording.day(sent.on()) + ", sans réponse de l'institution saisie",
                                Optional.of(day.minusDays(BEFORE_SILENCE)),
                                Optional.empty())));
    }

    /** A holding answer moves the service commitment and no legal date. */
    private static Deadline held(Deadline deadline, Course course) {
        if (!deadline.kind().equals(COMMITMENT)) {
            return deadline;
        }
        return course.last(Set.of(Turn.Kind.HELD))
                .flatMap(held -> held.until()
                        .map(day -> new Deadline(
                                COMMITMENT,
                                day,
                                deadline.article(),
                                "réponse d'attente du " + Wording.day(held.on()),
                                deadline.warnOn().map(warn -> day.minusDays(1)),
                                Optional.empty())))
                .orElse(deadline);
    }

    private static Deadline sooner(Deadline one, Deadline other) {
        return other.dueOn().isBefore(one.dueOn()) ? other : one;
    }
}
